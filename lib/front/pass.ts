import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { sayWhoCalls } from './caller'
import { countBody } from './limits'
import type { Handler } from './render'
import { appPolicy } from './security'

export interface PassOptions {
  handler: Handler
  common: Readonly<Record<string, string>>
  formTargets: readonly string[]
  isDatabaseUp: () => Promise<boolean>
  /** Answers in place of Next's 500 when the database is the reason. */
  unavailable: (req: IncomingMessage, res: ServerResponse) => void
  /** The same where the body has become larger than anything that is asked for. */
  tooLarge: (req: IncomingMessage, res: ServerResponse) => void
}

/**
 * Hands a request on to Next with all that its reader sent. The nonce in the request's policy is how Next learns which
 * one to put on its scripts; a layout with a script of its own finds it in `x-nonce`.
 */
export async function pass(req: IncomingMessage, res: ServerResponse, options: PassOptions): Promise<void> {
  sayWhoCalls(req)
  const nonce = randomBytes(16).toString('base64')
  const policy = appPolicy(nonce, options.formTargets)
  req.headers['content-security-policy'] = policy
  req.headers['x-nonce'] = nonce
  for (const [name, value] of Object.entries(options.common)) res.setHeader(name, value)
  res.setHeader('content-security-policy', policy)
  holdErrors(req, res, options)
  try {
    await options.handler(req, res)
  } catch (error) {
    console.error(error)
    if (res.headersSent) res.destroy()
    else res.writeHead(500).end()
  }
}

/**
 * Keeps a 500 back until it is known whether the database is the reason, or a body without an end. Its own body is
 * Next's small error shell; every other answer flows through at once.
 */
function holdErrors(
  req: IncomingMessage,
  res: ServerResponse,
  { isDatabaseUp, unavailable, tooLarge }: PassOptions,
): void {
  const isOver = countBody(req)
  const { writeHead, write, end, flushHeaders } = res
  const chunks: Buffer[] = []
  const isHeld = () => !res.headersSent && res.statusCode === 500
  const keep = (chunk: unknown) => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
  }
  const settle = async () => {
    const isUp = await isDatabaseUp()
    Object.assign(res, { writeHead, write, end, flushHeaders })
    if (isUp && !isOver()) return res.end(Buffer.concat(chunks))
    for (const name of res.getHeaderNames()) res.removeHeader(name)
    if (isOver()) tooLarge(req, res)
    else unavailable(req, res)
  }
  Object.assign(res, {
    writeHead(asked: number, ...rest: unknown[]) {
      // Next sends 307, with which a browser would repeat a posted form at the sign-in page.
      const status = asked === 307 ? 303 : asked
      if (status !== 500) return Reflect.apply(writeHead, res, [status, ...rest])
      res.statusCode = status
      const headers = rest.find((part) => typeof part === 'object' && part !== null && !Array.isArray(part))
      for (const [name, value] of Object.entries(headers ?? {})) res.setHeader(name, value)
      return res
    },
    write(chunk: unknown, ...rest: unknown[]) {
      if (!isHeld()) return Reflect.apply(write, res, [chunk, ...rest])
      keep(chunk)
      return true
    },
    end(chunk: unknown, ...rest: unknown[]) {
      if (!isHeld()) return Reflect.apply(end, res, [chunk, ...rest])
      keep(chunk)
      void settle()
      return res
    },
    flushHeaders() {
      if (!isHeld()) Reflect.apply(flushHeaders, res, [])
    },
  })
}
