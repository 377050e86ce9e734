import type { Reply } from '../schema'

const TITLES: Record<number, string> = {
  400: 'Not readable',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Refused by a rule',
  412: 'Overtaken',
  413: 'Too large',
  415: 'Not a form with a file',
  422: 'Invalid',
  428: 'Version missing',
  429: 'Too many requests',
  500: 'Our mistake',
  503: 'Not available just now',
}

/** A reply as status, headers and text: JSON, or a problem of RFC 9457. */
export function formatReply(reply: Reply): { status: number; headers: Record<string, string>; body: string } {
  const headers: Record<string, string> = { 'cache-control': 'no-store' }
  if (reply.version !== undefined) headers.etag = `"${reply.version}"`
  if (reply.ok) {
    if (reply.location) headers.location = reply.location
    if (reply.text) return textReply(reply.text, headers)
    const status = reply.status ?? (reply.body === undefined ? 204 : 200)
    if (reply.body === undefined) return { status, headers, body: '' }
    return { status, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(reply.body) }
  }
  const { status, reason, detail, errors, current, retryAfter } = reply
  if (retryAfter !== undefined) headers['retry-after'] = String(retryAfter)
  if (status === 401) headers['www-authenticate'] = 'Bearer'
  const problem = { type: `/problems/${reason}`, title: TITLES[status] ?? 'Refused', status, detail, errors, current }
  return { status, headers: { ...headers, 'content-type': 'application/problem+json' }, body: JSON.stringify(problem) }
}

function textReply({ type, name, content }: { type: string; name: string; content: string }, headers: object) {
  const disposition = `attachment; filename="${name.replace(/[^\w.-]/g, '-')}"`
  return {
    status: 200,
    headers: { ...headers, 'content-type': type, 'content-disposition': disposition },
    body: content,
  }
}
