import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const encodings = ['br', 'gzip', 'identity'] as const
export type Encoding = (typeof encodings)[number]

export interface Body {
  bytes: Buffer
  /** Strong and of this encoding alone, with its quotes. */
  etag: string
}

/** One body in every encoding that pays; identity is always there. */
export type Packed = { identity: Body } & Partial<Record<Encoding, Body>>

const compressible = /^(?:text\/|image\/svg|application\/(?:[\w.-]+\+)?(?:json|xml|javascript|manifest))/
const worthIt = 256

/** Compresses once, for all readers to come. `quality` is brotli's: 11 for what never changes, 5 where one waits. */
export async function pack(body: Buffer, contentType: string, quality = 5): Promise<Packed> {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22)
  const packed: Packed = { identity: { bytes: body, etag: `"${hash}"` } }
  if (body.length < worthIt || !compressible.test(contentType)) return packed
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }),
    promisify(gzip)(body, { level: quality > 9 ? 9 : 6 }),
  ])
  if (br.length < body.length) packed.br = { bytes: br, etag: `"${hash}-br"` }
  if (gz.length < body.length) packed.gzip = { bytes: gz, etag: `"${hash}-gz"` }
  return packed
}

export function packedSize(packed: Packed): number {
  return encodings.reduce((sum, encoding) => sum + (packed[encoding]?.bytes.length ?? 0), 0)
}

/** The best encoding that `Accept-Encoding` allows and that is there: most wanted first, then smallest. */
export function negotiate(accept: string | undefined, packed: Packed): Encoding {
  if (!accept) return 'identity'
  const wanted = new Map<string, number>()
  for (const part of accept.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim())
    const q = parameters.find((parameter) => parameter.startsWith('q='))
    wanted.set(name === 'x-gzip' ? 'gzip' : name, q ? Number(q.slice(2)) || 0 : 1)
  }
  const any = wanted.get('*') ?? 0
  let best: Encoding = 'identity'
  let bestQ = 0
  for (const encoding of ['br', 'gzip'] as const) {
    const q = wanted.get(encoding) ?? any
    if (packed[encoding] && q > bestQ) [best, bestQ] = [encoding, q]
  }
  return (wanted.get('identity') ?? 0) > bestQ ? 'identity' : best
}
