import { createHash } from 'node:crypto'

/** The namespace for names that are URLs (RFC 9562, section 6.6). */
const URL_NAMESPACE = '6ba7b811-9dad-11d1-80b4-00c04fd430c8'

/** The UUID of a name (RFC 9562, version 5): the same name has the same UUID everywhere and always. */
export function uuidOf(name: string, namespace: string = URL_NAMESPACE): string {
  const bytes = sha1(Buffer.concat([Buffer.from(namespace.replaceAll('-', ''), 'hex'), Buffer.from(name)]))
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex', 0, 16)
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** A whole number from 1 to 2³¹ − 1 for a name, for formats that know things by number only. */
export function numberOf(name: string): number {
  return sha1(Buffer.from(name)).readUInt32BE(0) >>> 1 || 1
}

function sha1(bytes: Buffer): Buffer {
  return createHash('sha1').update(bytes).digest()
}

/** An id out of an address or a form, or null where it is none. */
export const asUuid = (id: unknown): string | null =>
  typeof id === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(id) ? id : null
