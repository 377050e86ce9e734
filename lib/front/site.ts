import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Answer, revalidate, send } from './answer'
import { type BuiltIn, builtInPage } from './built-in'
import type { Documents } from './documents'
import { type Packed, pack } from './pack'
import { TooBusy } from './render'
import type { Route, Routes } from './routes'
import { documentPolicy, filePolicy } from './security'
import type { Entry } from './store'

export interface SiteOptions {
  documents: Documents
  routes: Routes
  common: Answer['headers']
  isDatabaseUp: () => Promise<boolean>
}

export interface Site {
  /** The answer that needs nothing but memory, if there is one for exactly this address. */
  ready(url: string): Answer | undefined
  /** Answers; `false` where only Next's own page will do. */
  serve(req: IncomingMessage, res: ServerResponse, route: Extract<Route, { kind: 'document' }>): Promise<boolean>
  unavailable(req: IncomingMessage, res: ServerResponse, isDatabaseUp: boolean): Promise<void>
  tooOften(req: IncomingMessage, res: ServerResponse, seconds: number): Promise<void>
  /** Of its body nothing has been read; what still comes of it is let go. */
  tooLarge(req: IncomingMessage, res: ServerResponse): Promise<void>
}

const missingPage = '/404-page'
/** The same for a secret address that has come to its end. */
const overPage = '/preview-over'

/** What everyone reads: documents as answers, with 404 and 503 as documents of the front's own. */
export function createSite({ documents, routes, common, isDatabaseUp }: SiteOptions): Site {
  const answers = new WeakMap<Entry, Answer>()

  const answerOf = (entry: Entry, body: Packed): Answer => {
    const known = answers.get(entry)
    if (known) return known
    const isPage = (entry.headers['content-type'] ?? '').startsWith('text/html')
    const headers = {
      ...entry.headers,
      ...common,
      'content-security-policy': isPage ? documentPolicy : filePolicy,
      'cache-control': revalidate,
      // What a reader is about to press is fetched; what depends on the reader is not.
      ...(isPage ? { 'speculation-rules': '"/documents.speculationrules"' } : {}),
    }
    const answer = { status: entry.status, headers, body, isConditional: entry.status === 200 }
    answers.set(entry, answer)
    return answer
  }

  const builtIn = async (which: BuiltIn, locale: string, status: number, wait = '10'): Promise<Answer> => ({
    status,
    headers: {
      ...common,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': documentPolicy,
      'cache-control': 'no-store',
      ...(status === 503 || status === 429 ? { 'retry-after': wait } : {}),
    },
    body: await pack(Buffer.from(builtInPage(which, locale)), 'text/html'),
    isConditional: false,
  })

  const missing = async (url: string, instead = missingPage): Promise<Answer> => {
    const locale = routes.localeOf(url)
    const page = url.startsWith(`/${locale}/`) || url === `/${locale}` ? `/${locale}${instead}` : instead
    const outcome = await documents.get(page, page, 'all')
    if (outcome.kind !== 'entry' || !outcome.entry.body) return builtIn('missing', locale, 404)
    return { ...answerOf(outcome.entry, outcome.entry.body), status: 404, isConditional: false }
  }

  const unavailable: Site['unavailable'] = async (req, res, isUp) => {
    const url = req.url ?? '/'
    if (url.startsWith('/api/')) return sendProblem(res, UNAVAILABLE)
    send(req, res, await builtIn(isUp ? 'broken' : 'database', routes.localeOf(url), isUp ? 500 : 503))
  }

  const tooOften: Site['tooOften'] = async (req, res, seconds) => {
    send(req, res, await builtIn('often', routes.localeOf(req.url ?? ''), 429, String(seconds)))
  }

  const tooLarge: Site['tooLarge'] = async (req, res) => {
    const url = req.url ?? ''
    if (url.startsWith('/api/')) return sendProblem(res, TOO_LARGE)
    send(req, res, await builtIn('large', routes.localeOf(url), 413))
  }

  const serve: Site['serve'] = async (req, res, { key, url, keep, locale, over }) => {
    const outcome = await documents.get(key, url, keep)
    if (outcome.kind === 'unfinished') return false
    if (outcome.kind === 'failed') {
      console.error(outcome.error)
      if (outcome.error instanceof TooBusy) send(req, res, await builtIn('broken', locale, 503))
      else await unavailable(req, res, await isDatabaseUp())
      return true
    }
    const { entry, isStale } = outcome
    const isMissing = entry.status === 404 || isMissingPage(url)
    const found = entry.body && !isMissing ? answerOf(entry, entry.body) : await missing(url, over)
    const answer = over ? secretly(found) : found
    send(req, res, isStale ? { ...answer, headers: { ...answer.headers, 'x-lectern': 'stale' } } : answer)
    return true
  }

  const ready = (url: string) => {
    const entry = documents.peek(url)
    return entry?.body && !isMissingPage(url) ? answerOf(entry, entry.body) : undefined
  }

  return { ready, serve, unavailable, tooOften, tooLarge }
}

/** What only the holder of its address may see: kept by no browser and no proxy, told to no other site. */
function secretly(answer: Answer): Answer {
  const status = answer.status === 404 ? 410 : answer.status
  const privately = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex', 'referrer-policy': 'same-origin' }
  return { ...answer, status, isConditional: false, headers: { ...answer.headers, ...privately } }
}

/** The page for what is missing is itself not found at its own address. */
function isMissingPage(url: string): boolean {
  const path = url.split('?')[0] ?? ''
  return path.endsWith(missingPage) || path.endsWith(overPage)
}

const UNAVAILABLE = { type: '/problems/unavailable', title: 'The database can’t be reached just now', status: 503 }
const TOO_LARGE = {
  ...{ type: '/problems/too-large', title: 'Too large', status: 413 },
  detail: 'The body is larger than anything that is taken here: nothing of it was read.',
}

function sendProblem(res: ServerResponse, problem: { status: number }): void {
  const wait = problem.status === 503 ? { 'retry-after': '10' } : {}
  res.writeHead(problem.status, { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...wait })
  res.end(JSON.stringify(problem))
}
