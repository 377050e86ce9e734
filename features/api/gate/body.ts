import { createHash } from 'node:crypto'
import { enteredJson, noText } from '@/lib/entered'
import { FILE_BYTES } from '@/lib/files'
import { isStorable } from '@/lib/text'
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
const NOT_JSON = refused(400, 'not-json', 'The body is not JSON.')
const NOT_A_FORM = refused(400, 'not-a-form', 'The body is no form with a file.')

/** A field with a zero character or half of a character. */
function notText(path: string): Read {
  const errors = [{ path, message: 'This is no text: it holds a zero character, or half of one' }]
  return {
    ok: false,
    reply: { ok: false, status: 422, reason: 'invalid', detail: 'Some fields are not right.', errors },
  }
}

/**
 * The body of a request: JSON, or where the endpoint takes a file a form with it. Reads no further than the limit,
 * whatever length was declared. Texts come out as `enteredText` has them. `hash` is the same for the same content,
 * whatever stands between the parts of a form.
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
  if (!parsed) return NOT_JSON
  return parsed.notText === null ? { ok: true, value: parsed.value, hash: hashToken(text) } : notText(parsed.notText)
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
  const wrong = entries.find(
    ([name, value]) => !isStorable(name) || !isStorable(typeof value === 'string' ? value : value.name),
  )
  if (wrong) return notText(isStorable(wrong[0]) ? `/${wrong[0]}` : '')
  const hash = createHash('sha256')
  for (const [name, value] of entries) {
    hash.update(`${name}\n${typeof value === 'string' ? value : value.name}\n`)
    if (typeof value !== 'string') hash.update(new Uint8Array(await value.arrayBuffer()))
  }
  return { ok: true, value: enteredJson(Object.fromEntries(entries)), hash: hash.digest('hex') }
}

function parseJson(text: string): { value: unknown; notText: string | null } | null {
  try {
    const value: unknown = text === '' ? {} : JSON.parse(text)
    return { value: enteredJson(value), notText: noText(value) }
  } catch {
    return null
  }
}
