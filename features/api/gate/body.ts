import { createHash } from 'node:crypto'
import { FILE_BYTES } from '@/lib/files'
import { hashToken } from '@/lib/tokens'
import type { Endpoint, Reply } from '../schema'

const LARGEST_JSON = 1_000_000
/** The file, the other fields of its form and what stands between them. */
const LARGEST_FORM = FILE_BYTES + 100_000

type Read = { ok: true; value: unknown; hash: string } | { ok: false; reply: Reply }

const refused = (status: number, reason: string, detail: string): Read => ({
  ok: false,
  reply: { ok: false, status, reason, detail },
})
const NOT_JSON = refused(400, 'not-json', 'The body is not JSON, or holds what is no text.')
const NOT_A_FORM = refused(400, 'not-a-form', 'The body is no form with a file, or holds what is no text.')

/**
 * The body of a request: JSON, or where the endpoint takes a file a form with it. Reads no further than the limit,
 * whatever length was declared. `hash` is the same for the same content, whatever stands between the parts of a form.
 */
export async function readBody(request: Request, { body, takesFile }: Endpoint): Promise<Read> {
  const type = request.headers.get('content-type') ?? ''
  const isForm = takesFile && /^multipart\/form-data\b/i.test(type)
  const largest = isForm ? LARGEST_FORM : LARGEST_JSON
  const bytes = await readBytes(request, largest)
  if (!bytes) return refused(413, 'too-large', `The body is over ${isForm ? 'five megabytes' : 'a megabyte'}.`)
  if (isForm) return readForm(bytes, type)
  const text = new TextDecoder().decode(bytes)
  if (!body) return { ok: true, value: undefined, hash: hashToken(text) }
  const parsed = parseJson(text)
  return parsed ? { ok: true, value: parsed.value, hash: hashToken(text) } : NOT_JSON
}

async function readBytes(request: Request, largest: number): Promise<Buffer<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > largest) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

async function readForm(bytes: Buffer<ArrayBuffer>, type: string): Promise<Read> {
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData().catch(() => null)
  if (!form) return NOT_A_FORM
  const entries = [...form]
  if (!entries.every(([name, value]) => isStorable(name) && isStorable(typeof value === 'string' ? value : value.name)))
    return NOT_A_FORM
  const hash = createHash('sha256')
  for (const [name, value] of entries) {
    hash.update(`${name}\n${typeof value === 'string' ? value : value.name}\n`)
    if (typeof value !== 'string') hash.update(new Uint8Array(await value.arrayBuffer()))
  }
  return { ok: true, value: Object.fromEntries(entries), hash: hash.digest('hex') }
}

function parseJson(text: string): { value: unknown } | null {
  try {
    const check = (name: string, value: unknown) => {
      if (!isStorable(name) || (typeof value === 'string' && !isStorable(value))) throw new Error('Not text')
      return value
    }
    return { value: text === '' ? {} : JSON.parse(text, check) }
  } catch {
    return null
  }
}

/** PostgreSQL has no text with a zero character or half of a surrogate pair. */
export const isStorable = (text: string) => !/\0|\p{Surrogate}/u.test(text)
