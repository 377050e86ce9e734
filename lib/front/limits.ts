import type { IncomingMessage } from 'node:http'

/**
 * The most that a body may say it has: two files of the most that one may have (lib/files.ts) with the form around them.
 * So a form that asks for two is taken, and a file of twice that much gets its sentence beside its field. Nothing that
 * is offered here needs more; `next.config.js` names the same number for forms.
 */
export const MOST_BODY = 11 * 1024 * 1024

/** Whether a request says that its body is larger than anything that is asked for here: it is not even read. */
export function isTooLarge(req: IncomingMessage): boolean {
  return Number(req.headers['content-length'] ?? 0) > MOST_BODY
}

/** Counts what comes of a body that did not say its length: whether it has become larger than anything. */
export function countBody(req: IncomingMessage): () => boolean {
  const { push } = req
  let bytes = 0
  req.push = (chunk: unknown, encoding?: BufferEncoding) => {
    if (chunk instanceof Uint8Array) bytes += chunk.byteLength
    return push.call(req, chunk, encoding)
  }
  return () => bytes > MOST_BODY
}
