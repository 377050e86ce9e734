import { storage } from './storage'

/** A stored file as its reader asked for it: the storage's key, the type, and the name that it is saved under. */
type Download = { stored: string; type: string; name: string }

/** Always saved and never shown, kept by nobody between; 404 for null, and for what the storage does not hold. */
export async function download(file: Download | null): Promise<Response> {
  const bytes = file && (await storage().get(file.stored))
  if (!file || !bytes)
    return new Response('There is no such file.', { status: 404, headers: { 'cache-control': 'no-store' } })
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': file.type,
      'content-length': String(bytes.byteLength),
      'content-disposition': `attachment; filename*=UTF-8''${extendedValue(file.name)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  })
}

/** As RFC 8187 wants it: what `encodeURIComponent` leaves as it is, but for the marks that mean something there. */
const extendedValue = (text: string) =>
  encodeURIComponent(text).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)

const TYPES = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' }

/** A file that was just written, as its reader saves it under this name of letters, digits, dots and hyphens. */
export function savedFile(name: string, text: string): Response {
  return new Response(text, {
    headers: {
      'content-type': name.endsWith('.json') ? TYPES.json : TYPES.csv,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
    },
  })
}

export const refusedFile = (status: 403 | 404): Response =>
  new Response(null, { status, headers: { 'cache-control': 'no-store' } })
