import { enter, getTokenActor } from '@/features/access/queries'
import type { Actor } from '@/features/access/schema'
import { ENDPOINTS } from '@/features/access/table'
import { isTooBusy } from '@/lib/busy'
import { download } from '@/lib/download'
import { networkOf } from '@/lib/rate-limit'
import { isStorable } from '@/lib/text'
import { hashToken } from '@/lib/tokens'
import { countUse, countVisit, once } from './commands'
import { formatReply } from './formats/reply'
import { readBody } from './gate/body'
import { isDatabaseUp } from './queries'
import { match, versionSeen } from './rules'
import type { Endpoint, Reply } from './schema'

const LONGEST_KEY = 200
const MESSAGES = {
  'key-reused': 'This Idempotency-Key was used with another body.',
  'in-progress': 'The first request with this Idempotency-Key is still at work.',
}

const refusal = (status: number, reason: string, detail: string): Extract<Reply, { ok: false }> => ({
  ok: false,
  status,
  reason,
  detail,
})

/**
 * The door of the API: finds the endpoint, asks the token who calls, asks the access table whether they may, and keeps
 * repeated POSTs from working twice.
 */
export async function dispatch(endpoints: readonly Endpoint[], request: Request, path: string[]): Promise<Response> {
  try {
    return await answer(endpoints, request, path)
  } catch (error) {
    if (!(await isDatabaseUp()))
      return respond({ ...refusal(503, 'not-available', 'The database is out of reach just now.'), retryAfter: 5 })
    if (isTooBusy(error))
      return respond({
        ...refusal(503, 'too-busy', 'Too much at once: see whether it was done, and ask again.'),
        retryAfter: 2,
      })
    console.error('API', request.method, path.join('/'), error)
    return respond(refusal(500, 'our-mistake', 'Something broke on our side. Nothing was changed.'))
  }
}

async function answer(endpoints: readonly Endpoint[], request: Request, path: string[]): Promise<Response> {
  const now = new Date()
  const matched = match(endpoints, request.method === 'HEAD' ? 'GET' : request.method, path)
  if ((!matched.found && matched.reason === 'not-found') || !path.every(isStorable))
    return respond(refusal(404, 'not-found', 'There is nothing here.'))
  if (!matched.found) {
    const response = respond(refusal(405, 'method-not-allowed', `This address takes ${matched.allow.join(', ')}.`))
    response.headers.set('allow', matched.allow.join(', '))
    return response
  }
  const { endpoint, params } = matched

  const caller = await authenticate(request, now)
  if (!caller) return respond(refusal(401, 'bad-token', 'The token is unknown, expired or revoked.'))
  const wait = await waitOf(caller.tokenId, endpoint, request, now)
  if (wait > 0) {
    const who = caller.tokenId ? 'This token asks' : 'Your network asks'
    return respond({ ...refusal(429, 'too-many-requests', `${who} too often.`), retryAfter: wait })
  }
  const entry = await enter(ENDPOINTS[endpoint.name], caller.actor, params.event ?? null)
  if (!entry.ok) return respond(turnAway(entry.reason))

  const { method, headers } = request
  const isWrite = method === 'PUT' || method === 'PATCH'
  const seen = versionSeen(headers.get('if-match'), headers.get('if-none-match'))
  if (seen === 'missing' && isWrite)
    return respond(refusal(428, 'version-missing', 'Say in If-Match which version you have read.'))
  if (seen === 'unreadable' && (isWrite || method === 'DELETE'))
    return respond(refusal(412, 'overtaken', 'If-Match is no version of this resource.'))
  const version = typeof seen === 'number' && method !== 'POST' ? seen : null

  const query = Object.fromEntries(new URL(request.url).searchParams)
  if (!Object.values(query).every(isStorable))
    return respond(refusal(400, 'not-text', 'The query holds what is no text.'))
  const body = await readBody(request, endpoint)
  if (!body.ok) return respond(body.reply)

  const run = () =>
    endpoint.run({ actor: caller.actor, event: entry.event, params, body: body.value, query, version, now })
  const key = method === 'POST' ? headers.get('idempotency-key') : null
  if (!key || !caller.tokenId) return deliver(await settled(await run()))
  if (key.length > LONGEST_KEY)
    return respond(refusal(400, 'key-too-long', `An Idempotency-Key has at most ${LONGEST_KEY} characters.`))
  const bodyHash = hashToken(`${path.join('/')}\n${body.hash}`)
  const done = await once({ tokenId: caller.tokenId, key, bodyHash, now }, async () => {
    const reply = await run()
    const afterwards = reply.ok && reply.afterwards
    return {
      answer: formatReply(reply),
      ...(afterwards ? { afterwards: async () => formatReply(await afterwards()) } : {}),
    }
  })
  if (!('refused' in done)) return toResponse(done)
  return respond(refusal(done.refused === 'key-reused' ? 422 : 409, done.refused, MESSAGES[done.refused]))
}

const settled = (reply: Reply) => (reply.ok && reply.afterwards ? reply.afterwards() : reply)

async function waitOf(tokenId: string | null, endpoint: Endpoint, request: Request, now: Date): Promise<number> {
  if (tokenId) return countUse(tokenId, now)
  return endpoint.isCounted ? countVisit(networkOf(request.headers.get('x-forwarded-for')), now) : 0
}

async function authenticate(request: Request, now: Date): Promise<{ actor: Actor; tokenId: string | null } | null> {
  const header = request.headers.get('authorization')
  if (header === null) return { actor: { kind: 'visitor' }, tokenId: null }
  const token = /^Bearer (lect_[\w-]{43})$/i.exec(header)?.[1]
  return token ? getTokenActor(hashToken(token), now) : null
}

function turnAway(reason: 'unauthenticated' | 'forbidden' | 'not-found'): Reply {
  if (reason === 'unauthenticated') return refusal(401, reason, 'Send a token: Authorization: Bearer lect_…')
  if (reason === 'forbidden') return refusal(403, reason, 'This token may not do that here.')
  return refusal(404, reason, 'There is nothing here.')
}

/** A file of the storage is handed out as it is everywhere; what the storage does not hold is not there. */
async function deliver(reply: Reply): Promise<Response> {
  if (!reply.ok || !reply.download) return respond(reply)
  const response = await download(reply.download)
  return response.ok ? response : respond(turnAway('not-found'))
}

const respond = (reply: Reply) => toResponse(formatReply(reply))

function toResponse({ status, headers, body }: { status: number; headers: Record<string, string>; body: string }) {
  return new Response(status === 204 ? null : body, { status, headers })
}
