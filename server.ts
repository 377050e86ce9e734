import { createServer } from 'node:http'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import next from 'next'
import { createFront, type Front, type FrontOptions } from './lib/front'

export interface ServerOptions {
  port: number
  /** Undefined: every address. */
  host?: string
  dev: boolean
  appUrl: string
  /** A direct connection, for LISTEN. */
  databaseUrl: string
  formTargets?: readonly string[]
  countQuestion?: FrontOptions['countQuestion']
  /** What ends after HTTP, in this order around Next: jobs before it, the database after it. */
  stopJobs?: () => Promise<void>
  stopDatabase?: () => Promise<void>
}

export interface RunningServer {
  /** Resolves when everything has ended. */
  stop(): Promise<void>
}

/** Starts Next with the front before it and serves; SIGTERM and SIGINT end it in order, and a second one is ignored. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { port, host, dev, stopJobs, stopDatabase } = options
  const http = dev ? await openDevelopment(options) : await openProduction(options)
  await listening(http.server, port, host)
  let stopping: Promise<void> | null = null
  const stop = () => {
    stopping ??= (async () => {
      for (const step of [http.close, stopJobs, http.closeNext, stopDatabase]) await step?.()
    })()
    return stopping
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => void stop().then(() => process.exit(0), fail))
  }
  return { stop }
}

/** Next writes 127.0.0.1 as localhost in what its proxy rewrites, and would take that for another server's address. */
const HOSTNAME = 'localhost'

interface Opened {
  server: Front['server']
  close(): Promise<void>
  closeNext(): Promise<void>
}

async function openProduction({
  port,
  appUrl,
  databaseUrl,
  formTargets,
  countQuestion,
}: ServerOptions): Promise<Opened> {
  const dir = process.cwd()
  const app = next({ dev: false, dir, port, hostname: HOSTNAME })
  await app.prepare()
  const front = createFront({
    handler: app.getRequestHandler(),
    nextDir: join(dir, '.next'),
    publicDir: join(dir, 'public'),
    appUrl,
    databaseUrl,
    ...(formTargets ? { formTargets } : {}),
    ...(countQuestion ? { countQuestion } : {}),
  })
  await Promise.race([front.ready, sleep(5_000, undefined, { ref: false })])
  return { server: front.server, close: front.close, closeNext: () => app.close() }
}

/** Everything goes to Next, which reloads pages over the server's own sockets. */
async function openDevelopment({ port }: ServerOptions): Promise<Opened> {
  const server = createServer()
  const app = next({ dev: true, dir: process.cwd(), httpServer: server, port, hostname: HOSTNAME })
  await app.prepare()
  const handler = app.getRequestHandler()
  server.on('request', (req, res) => void handler(req, res))
  const close = async () => {
    server.close()
    server.closeAllConnections()
  }
  return { server, close, closeNext: () => app.close() }
}

function listening(server: Front['server'], port: number, host: string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function fail(error: unknown): never {
  console.error(error)
  process.exit(1)
}
