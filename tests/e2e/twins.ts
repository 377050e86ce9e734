import { spawn } from 'node:child_process'
import { get as ask, type IncomingHttpHeaders, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { TWIN_PORTS } from '@/scripts/test-ports'

const PATIENCE_MS = 90_000

/** Starts the app on both databases; `stop` ends it. */
export async function startTwins(): Promise<{ stop(): Promise<void> }> {
  const child = spawn(process.execPath, ['scripts/run.js', 'test-twins'], { stdio: ['pipe', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk
  })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const deadline = Date.now() + PATIENCE_MS
  for (const port of TWIN_PORTS)
    while (!(await isReady(port))) {
      if (child.exitCode !== null || Date.now() > deadline) throw new Error(`The twins do not serve:\n${said}`)
      await wait(200)
    }
  const stop = () => {
    child.stdin.end()
    return gone
  }
  return { stop }
}

function isReady(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = ask({ port, path: '/readyz' }, (answer) => resolve(answer.resume().statusCode === 200))
    asked.on('error', () => resolve(false))
  })
}

export interface Asked {
  method?: string
  path: string
  headers?: Record<string, string>
  body?: string
}

export interface Answered {
  status: number
  headers: IncomingHttpHeaders
  /** As they came, in their order: name, value, name, value. */
  rawHeaders: string[]
  body: string
}

/** The same question to both, at the same time. */
export async function askBoth(asked: Asked): Promise<[Answered, Answered]> {
  return Promise.all([askOne(TWIN_PORTS[0], asked), askOne(TWIN_PORTS[1], asked)])
}

function askOne(port: number, { method = 'GET', path, headers = {}, body }: Asked): Promise<Answered> {
  return new Promise((resolve, reject) => {
    // One connection each: a server that is asked twice at once would answer in the order of chance.
    const options = { port, path, method, headers: { ...headers, 'accept-encoding': 'identity', connection: 'close' } }
    const asking = request(options, async (answer) => {
      const chunks: Buffer[] = []
      for await (const chunk of answer) chunks.push(chunk)
      const { statusCode = 0, headers, rawHeaders } = answer
      resolve({ status: statusCode, headers, rawHeaders, body: Buffer.concat(chunks).toString('utf8') })
    })
    asking.on('error', reject).end(body)
  })
}
