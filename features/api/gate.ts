import { enter, getTokenActor } from '@/features/access/queries'
import type { Actor } from '@/features/access/schema'
import { ENDPOINTS } from '@/features/access/table'
import { hashToken } from '@/lib/tokens'
import { once } from './commands'
import { formatReply } from './formats/reply'
import { match, versionSeen } from './rules'
import type { Endpoint, Reply } from './schema'

const LARGEST_BODY = 1_000_000
const MESSAGES = {
  'key-reused': 'This Idempotency-Key was used with another body.',
  'in-progress': 'The first request with this Idempotency-Key is still at work.',
}

const refusal = (status: number, reason: string, detail: string): Reply => ({ ok: false, status, reason, detail })

/**
 * The door of the API: finds the endpoint, asks the token who calls, asks the access table whether they may, and keeps
 * repeated POSTs from working twice.
 */
export async function dispatch(endpoints: readonly Endpoint[], request: Request, path: string[]): Promise<Response> {
  try {
    return await answer(endpoints, request, path)
  } catch (error) {
    console.error('API', request.method, path.join('/'), error)
    return respond(refusal(500, 'our-mistake', 'Something broke on our side. Nothing was changed.'))
  }
}

async function answer(endpoints: readonly Endpoint[], request: Request, path: string[]): Promise<Response> {
  const now = new Date()
  const matched = match(endpoints, request.method, path)
  if (!matched.found && matched.reason === 'not-found')
    return respond(refusal(404, 'not-found', 'There is nothing here.'))
  if (!matched.found) {
    const response = respond(refusal(405, 'method-not-allowed', `This address takes ${matched.allow.join(', ')}.`))
    response.headers.set('allow', matched.allow.join(', '))
    return response
  }
  const { endpoint, params } = matched

  const caller = await authenticate(request, now)
  if (!caller) return respond(refusal(401, 'bad-token', 'The token is unknown, expired or revoked.'))
  const entry = await enter(ENDPOINTS[endpoint.name], caller.actor, params.event ?? null)
  if (!entry.ok) return respond(turnAway(entry.reason))

  const { text, problem } = await readBody(request)
  if (problem) return respond(problem)
  const isWrite = request.method === 'PUT' || request.method === 'PATCH'
  const version = isWrite ? versionSeen(request.headers.get('if-match'), request.headers.get('if-none-match')) : null
  if (version === 'missing')
    return respond(refusal(428, 'version-missing', 'Say in If-Match which version you have read.'))
  if (version === 'unreadable') return respond(refusal(412, 'overtaken', 'If-Match is no version of this resource.'))

  const run = async () => {
    const body = endpoint.body ? parseJson(text) : { value: undefined }
    if (!body) return formatReply(refusal(400, 'not-json', 'The body is not JSON.'))
    const query = Object.fromEntries(new URL(request.url).searchParams)
    const { actor } = caller
    return formatReply(await endpoint.run({ actor, event: entry.event, params, body: body.value, query, version, now }))
  }
  const key = request.method === 'POST' ? request.headers.get('idempotency-key') : null
  if (!key || !caller.tokenId) return toResponse(await run())
  const bodyHash = hashToken(`${path.join('/')}\n${text}`)
  const done = await once({ tokenId: caller.tokenId, key: key.slice(0, 200), bodyHash, now }, run)
  if (!('refused' in done)) return toResponse(done)
  return respond(refusal(done.refused === 'key-reused' ? 422 : 409, done.refused, MESSAGES[done.refused]))
}

async function authenticate(request: Request, now: Date): Promise<{ actor: Actor; tokenId: string | null } | null> {
  const header = request.headers.get('authorization')
  if (header === null) return { actor: { kind: 'visitor' }, tokenId: null }
  const token = /^Bearer (lect_[\w-]{43})$/i.exec(header)?.[1]
  return token ? getTokenActor(hashToken(token), now) : null
}

async function readBody(request: Request): Promise<{ text: string; problem?: Reply }> {
  const declared = Number(request.headers.get('content-length') ?? 0)
  if (declared > LARGEST_BODY) return { text: '', problem: refusal(413, 'too-large', 'The body is over a megabyte.') }
  const text = await request.text()
  if (text.length > LARGEST_BODY)
    return { text: '', problem: refusal(413, 'too-large', 'The body is over a megabyte.') }
  return { text }
}

function parseJson(text: string): { value: unknown } | null {
  try {
    return { value: text === '' ? {} : JSON.parse(text) }
  } catch {
    return null
  }
}

function turnAway(reason: 'unauthenticated' | 'forbidden' | 'not-found'): Reply {
  if (reason === 'unauthenticated') return refusal(401, reason, 'Send a token: Authorization: Bearer lect_…')
  if (reason === 'forbidden') return refusal(403, reason, 'This token may not do that here.')
  return refusal(404, reason, 'There is nothing here.')
}

const respond = (reply: Reply) => toResponse(formatReply(reply))

function toResponse({ status, headers, body }: { status: number; headers: Record<string, string>; body: string }) {
  return new Response(status === 204 ? null : body, { status, headers })
}
