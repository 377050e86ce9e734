import type { IncomingMessage, ServerResponse } from 'node:http'
import { inject } from 'light-my-request'
import { collect, type Reading } from './tags'

export type Handler = (req: IncomingMessage, res: ServerResponse) => unknown

export interface Rendered {
  status: number
  /** Lower case; lists are joined, so that only presence may be asked of `set-cookie`. */
  headers: Readonly<Record<string, string>>
  body: Buffer
  reading: Reading
}

export type Render = (url: string) => Promise<Rendered>

/** Who asks, as Next and the logs see it. `htmlLimitedBots` of next.config must match it: metadata stays in the head. */
const userAgent = 'LecternFront'

export class TooBusy extends Error {}

export interface RenderOptions {
  handler: Handler
  /** The address of the site; its host and scheme are what every stored page believes. */
  origin: URL
  /** How many renders may run at once, and how many may wait. */
  atOnce?: number
  waiting?: number
  timeoutMs?: number
}

/** Asks Next for a page with a request of the front's own: nothing of any reader is in it. */
export function createRender({
  handler,
  origin,
  atOnce = 8,
  waiting = 1000,
  timeoutMs = 30_000,
}: RenderOptions): Render {
  const turn = queue(atOnce, waiting)
  const headers = {
    host: origin.host,
    'x-forwarded-proto': origin.protocol.slice(0, -1),
    'user-agent': userAgent,
    accept: '*/*',
  }
  const ask = (url: string) =>
    collect(async (reading): Promise<Rendered> => {
      const answer = await inject((req, res) => run(handler, req, res), { method: 'GET', url, headers })
      const flat = Object.entries(answer.headers).map(([name, value]) => [name, String(value)])
      return { status: answer.statusCode, headers: Object.fromEntries(flat), body: answer.rawPayload, reading }
    })
  return (url) => turn(() => within(timeoutMs, ask(url)))
}

async function run(handler: Handler, req: IncomingMessage, res: ServerResponse): Promise<void> {
  try {
    await handler(req, res)
  } catch (error) {
    console.error(error)
    if (!res.headersSent) res.statusCode = 500
    res.end()
  }
}

function queue(atOnce: number, waiting: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0
  const line: (() => void)[] = []
  return async (work) => {
    if (running >= atOnce) {
      if (line.length >= waiting) throw new TooBusy('Too many pages are being made')
      await new Promise<void>((resolve) => line.push(resolve))
    } else running += 1
    try {
      return await work()
    } finally {
      const next = line.shift()
      if (next) next()
      else running -= 1
    }
  }
}

function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`No answer within ${milliseconds} ms`)), milliseconds)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
