import { createServer, type Server as HttpServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Server } from 'node:net'
import { headerOf, send, sendPlain } from './answer'
import { openAssets } from './assets'
import { sayWhoCalls } from './caller'
import { trackSockets } from './closing'
import { createDocuments } from './documents'
import { openDoor } from './door'
import { isTooLarge } from './limits'
import { type Listener, listen } from './listen'
import { pass } from './pass'
import { Purges } from './purges'
import { isQuestion } from './questions'
import { createReady } from './ready'
import { createRender, type Handler, type RenderOptions } from './render'
import { readRoutes } from './routes'
import { commonHeaders } from './security'
import { createSite } from './site'
import { Store } from './store'

const mebibyte = 1024 * 1024

export interface FrontOptions {
  /** Next's request handler. */
  handler: Handler
  nextDir: string
  publicDir: string
  /** Where readers reach the site, such as `https://example.org`. */
  appUrl: string
  /** For LISTEN: a direct connection where there is a pooler. Null: nobody purges but the caller. */
  databaseUrl: string | null
  /** The first has no prefix. */
  locales?: readonly string[]
  /** Origins that a form may be redirected to: the sign-in providers. */
  formTargets?: readonly string[]
  limits?: { documents?: number; missing?: number; assets?: number }
  renders?: Pick<RenderOptions, 'atOnce' | 'waiting' | 'timeoutMs'>
  patienceMs?: number
  /** False: node:http alone. */
  door?: boolean
  /** Asked when Next has failed; a fresh connection to `databaseUrl` unless said otherwise. */
  isDatabaseUp?: () => Promise<boolean>
  now?: () => number
  /** Counts a question of this caller's, as `x-forwarded-for` names it; how many seconds to wait, or 0. */
  countQuestion?: (forwardedFor: string | null) => Promise<number>
}

export interface Front {
  /** What listens. */
  server: Server
  /** What is behind the door, or the same. */
  http: HttpServer
  store: Store
  /** Applies a purge here and now; the log and NOTIFY do the same for every replica. */
  purge(tags: string[], options?: { hard?: boolean }): void
  /** Resolves when purges are heard. */
  ready: Promise<void>
  close(): Promise<void>
}

/** The cache of documents before Next, in the same process. */
export function createFront(options: FrontOptions): Front {
  const { handler, nextDir, publicDir, appUrl, databaseUrl, locales = ['en', 'zh'], formTargets = [], limits } = options
  const origin = new URL(appUrl)
  const common = commonHeaders(origin.protocol === 'https:')
  const routes = readRoutes(nextDir, locales)
  const assets = openAssets(nextDir, publicDir, limits?.assets ?? 64 * mebibyte, common)
  const store = new Store({ documents: limits?.documents ?? 128 * mebibyte, missing: limits?.missing ?? 4 * mebibyte })
  const purges = new Purges()
  const apply = (tags: string[], { hard = false } = {}) => {
    purges.record({ tags, hard })
    store.purge({ tags, hard })
  }
  const listener = databaseUrl === null ? deaf : listen({ url: databaseUrl, onPurge: apply })
  const isDatabaseUp = options.isDatabaseUp ?? (() => listener.isDatabaseUp())
  const documents = createDocuments({
    store,
    purges,
    render: createRender({ handler, origin, ...options.renders }),
    isListening: () => listener.isListening(),
    ...(options.now ? { now: options.now } : {}),
    ...(options.patienceMs === undefined ? {} : { patienceMs: options.patienceMs }),
  })
  const site = createSite({ documents, routes, common, isDatabaseUp })
  const unavailable = (req: IncomingMessage, res: ServerResponse) => void site.unavailable(req, res, false)
  const tooLarge = (req: IncomingMessage, res: ServerResponse) => void site.tooLarge(req, res)
  const toNext = (req: IncomingMessage, res: ServerResponse) =>
    pass(req, res, { handler, common, formTargets, isDatabaseUp, unavailable, tooLarge })

  const answer = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const url = req.url ?? '/'
    const isRead = req.method === 'GET' || req.method === 'HEAD'
    if (!isSound(url)) return sendPlain(res, 400, 'Bad request')
    const wait = options.countQuestion && isQuestion(url) ? await waitOf(req, options.countQuestion) : 0
    if (wait > 0) return site.tooOften(req, res, wait)
    if (isTooLarge(req)) return site.tooLarge(req, res)
    if (!isRead) return toNext(req, res)
    const path = url.split('?', 1)[0] ?? '/'
    if (assets.has(path)) return send(req, res, await assets.get(path))
    if (isPersonal(req)) return toNext(req, res)
    const asksTheRouter = req.headers.rsc !== undefined || /[?&]_rsc=/.test(url)
    const ready = asksTheRouter ? undefined : site.ready(url)
    if (ready) return send(req, res, ready)
    const route = routes.resolve(url)
    if (route.kind === 'pass') return toNext(req, res)
    // The router of an app page asks for the next page as data; told that there is none, it loads the document.
    if (asksTheRouter) return void res.writeHead(204, common).end()
    if (!(await site.serve(req, res, route))) return toNext(req, res)
  }

  const http = createServer((req, res) => {
    answer(req, res).catch((error: unknown) => {
      console.error(error)
      if (res.headersSent) res.destroy()
      else sendPlain(res, 500, 'Internal error')
    })
  })
  const server = options.door === false ? http : openDoor(http, createReady(site.ready, http.keepAliveTimeout))
  const endSockets = trackSockets(server, http)
  const close = async () => {
    await Promise.all([endSockets(), listener.close()])
  }
  return { server, http, store, purge: apply, ready: listener.ready, close }
}

const deaf: Listener = {
  ready: Promise.resolve(),
  isListening: () => true,
  isDatabaseUp: async () => true,
  close: async () => {},
}

/** A path whose escapes can be read, also by those after us who decode twice. */
function isSound(url: string): boolean {
  if (!url.startsWith('/') || url.startsWith('//') || url.includes('\\')) return false
  const path = url.split('?', 1)[0] ?? ''
  // The API says so in its own words.
  if (/%00/.test(url.slice(path.length)) && !path.startsWith('/api/')) return false
  if (!path.includes('%')) return true
  try {
    const once = decodeURIComponent(path)
    return !decodeURIComponent(once).includes('\0')
  } catch {
    return false
  }
}

/** Where nobody can count, nobody is turned away: what the question itself comes to is told by who answers it. */
async function waitOf(req: IncomingMessage, count: NonNullable<FrontOptions['countQuestion']>): Promise<number> {
  sayWhoCalls(req)
  return count(headerOf(req, 'x-forwarded-for') ?? null).catch(() => 0)
}

/** A token, or Next's draft mode: an answer for one reader, made by Next, kept by nobody. */
function isPersonal(req: IncomingMessage): boolean {
  return (
    req.headers.authorization !== undefined || /__prerender_bypass=|__next_preview/.test(headerOf(req, 'cookie') ?? '')
  )
}
