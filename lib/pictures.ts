import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { inPictureTurn } from './picture-turns'

export interface Picture {
  /** Of the bytes that were made: the same picture has the same name. */
  hash: string
  /** In the order of the sizes asked for. WebP, square, without metadata. */
  files: { size: number; bytes: Buffer }[]
}
export type PictureRefusal = 'too-heavy' | 'not-a-picture' | 'too-many-pixels' | 'too-small'

const FORMATS = ['jpeg', 'png', 'webp', 'heif', 'avif']
export const PICTURE_BYTES = 5 * 1024 * 1024
const MOST_PIXELS = 40_000_000
const FEWEST = 160

/**
 * Makes an upload into squares around what draws the eye. Everything is encoded anew, so nothing of the file survives
 * but its pixels: no place, no camera, no script.
 */
export async function squarePicture(
  upload: Uint8Array,
  sizes: readonly number[],
): Promise<({ ok: true } & Picture) | { ok: false; reason: PictureRefusal }> {
  if (upload.byteLength > PICTURE_BYTES) return { ok: false, reason: 'too-heavy' }
  const facts = await sharp(upload, { limitInputPixels: false })
    .metadata()
    .catch(() => null)
  if (!facts || !FORMATS.includes(facts.format)) return { ok: false, reason: 'not-a-picture' }
  if (facts.width * facts.height > MOST_PIXELS) return { ok: false, reason: 'too-many-pixels' }
  if (Math.min(facts.width, facts.height) < FEWEST) return { ok: false, reason: 'too-small' }
  try {
    const files: Picture['files'] = []
    for (const size of sizes) files.push({ size, bytes: await inPictureTurn(() => square(upload, size)) })
    const hash = createHash('sha256')
    for (const { bytes } of files) hash.update(bytes)
    return { ok: true, hash: hash.digest('hex').slice(0, 32), files }
  } catch {
    return { ok: false, reason: 'not-a-picture' }
  }
}

function square(upload: Uint8Array, size: number): Promise<Buffer> {
  return sharp(upload, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
    .rotate()
    .resize(size, size, { fit: 'cover', position: 'attention' })
    .flatten({ background: '#ffffff' })
    .webp({ quality: 82, effort: 4 })
    .toBuffer()
}
