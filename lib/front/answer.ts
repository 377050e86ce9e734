import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Body, type Encoding, negotiate, type Packed } from './pack'

export const revalidate = 'public, max-age=0, must-revalidate'
export const immutable = 'public, max-age=31536000, immutable'

export interface Answer {
  status: number
  headers: Readonly<Record<string, string>>
  body: Packed
  /** Whether a reader may already have it (200s only). */
  isConditional: boolean
}

/** Sends it in the best encoding, or 304 to a reader who has it, or the head alone to HEAD. */
export function send(req: IncomingMessage, res: ServerResponse, answer: Answer): void {
  const encoding = negotiate(headerOf(req, 'accept-encoding'), answer.body)
  const body = answer.body[encoding] ?? answer.body.identity
  const isKnown = answer.isConditional && hasAlready(req, answer, body)
  if (isKnown) {
    const { 'content-type': _type, ...headers } = answer.headers
    res.writeHead(304, { ...headers, ...validators(answer, body) }).end()
    return
  }
  res.writeHead(answer.status, fullHead(answer, encoding))
  res.end(req.method === 'HEAD' ? undefined : body.bytes)
}

/** A tag is believed before a date, which knows no encodings and no parts of a second (RFC 9110 section 13.2.2). */
function hasAlready(req: IncomingMessage, answer: Answer, body: Body): boolean {
  const condition = headerOf(req, 'if-none-match')
  if (condition !== undefined) return isMatch(condition, body.etag)
  return isUnchangedSince(headerOf(req, 'if-modified-since'), answer.headers['last-modified'])
}

/** `If-Modified-Since` against `Last-Modified`; what is no date of HTTP is as if it were not there. */
export function isUnchangedSince(condition: string | undefined, modified: string | undefined): boolean {
  if (!condition || !modified || !/^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} [\d:]{8} GMT$/.test(condition)) return false
  return Date.parse(modified) <= Date.parse(condition)
}

/** The headers of the answer with its body. */
export function fullHead(answer: Answer, encoding: Encoding): Record<string, string> {
  const body = answer.body[encoding] ?? answer.body.identity
  return {
    ...answer.headers,
    ...validators(answer, body),
    ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
    'content-length': String(body.bytes.length),
  }
}

function validators(answer: Answer, body: Body): Record<string, string> {
  return answer.isConditional ? { etag: body.etag, vary: 'Accept-Encoding' } : { vary: 'Accept-Encoding' }
}

/** `If-None-Match` against one tag: lists, `*`, and weak tags compared weakly, as RFC 9110 section 13.1.2 has it. */
export function isMatch(condition: string | undefined, etag: string): boolean {
  if (!condition) return false
  if (condition.trim() === '*') return true
  const tags = condition.match(/(?:W\/)?"[^"]*"/g) ?? []
  return tags.some((tag) => tag.replace(/^W\//, '') === etag)
}

export function headerOf(req: IncomingMessage, name: string): string | undefined {
  const value = req.headers[name]
  return Array.isArray(value) ? value.join(', ') : value
}

export function sendPlain(res: ServerResponse, status: number, text: string): void {
  res.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'content-length': Buffer.byteLength(text) })
  res.end(text)
}
