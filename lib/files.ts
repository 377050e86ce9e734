import sharp from 'sharp'
import { inPictureTurn } from './picture-turns'

export const FILE_BYTES = 5 * 1024 * 1024
const MOST_PIXELS = 40_000_000

const PICTURES = {
  jpeg: { type: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  png: { type: 'image/png', extensions: ['png'] },
  webp: { type: 'image/webp', extensions: ['webp'] },
  avif: { type: 'image/avif', extensions: ['avif'] },
} as const
type PictureFormat = keyof typeof PICTURES

const PAPERS = {
  pdf: 'application/pdf',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odp: 'application/vnd.oasis.opendocument.presentation',
} as const

export type FileRefusal = 'too-heavy' | 'empty' | 'unknown-kind' | 'not-what-it-says' | 'broken-picture'
export interface CheckedFile {
  bytes: Buffer
  type: string
  extension: string
}

/**
 * What an upload is, by its bytes; its name must say the same. Pictures are encoded anew, so that no place, no camera
 * and no second file hidden in them survives; papers are kept as they are and only ever handed out as downloads.
 */
export async function checkFile(
  bytes: Uint8Array,
  name: string,
): Promise<({ ok: true } & CheckedFile) | { ok: false; reason: FileRefusal }> {
  if (bytes.byteLength === 0) return { ok: false, reason: 'empty' }
  if (bytes.byteLength > FILE_BYTES) return { ok: false, reason: 'too-heavy' }
  const said = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  const isKnown =
    said in PAPERS || Object.values(PICTURES).some(({ extensions }) => extensions.some((each) => each === said))
  if (!isKnown) return { ok: false, reason: 'unknown-kind' }
  const buffer = Buffer.from(bytes)
  const paper = paperOf(buffer)
  if (paper) return paper === said ? { ok: true, bytes: buffer, type: PAPERS[paper], extension: paper } : wrong
  return inPictureTurn(() => pictureOf(buffer, said))
}

const wrong = { ok: false, reason: 'not-what-it-says' } as const

/** Office files are ZIP archives: the names in their directory are not packed. */
function paperOf(bytes: Buffer): keyof typeof PAPERS | null {
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return 'pdf'
  if (bytes.subarray(0, 4).toString('latin1') !== 'PK\u0003\u0004') return null
  if (bytes.subarray(30, 38 + PAPERS.odp.length).toString('latin1') === `mimetype${PAPERS.odp}`) return 'odp'
  return bytes.includes('[Content_Types].xml') && bytes.includes('ppt/presentation.xml') ? 'pptx' : null
}

async function pictureOf(bytes: Buffer, said: string): ReturnType<typeof checkFile> {
  const facts = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => null)
  const format = facts?.format === 'heif' && facts.compression === 'av1' ? 'avif' : (facts?.format ?? '')
  if (!facts || !isPicture(format) || !PICTURES[format].extensions.some((each) => each === said)) return wrong
  if (facts.width * facts.height > MOST_PIXELS) return { ok: false, reason: 'broken-picture' }
  try {
    const made = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .rotate()
      .toFormat(format)
      .toBuffer()
    return { ok: true, bytes: made, type: PICTURES[format].type, extension: PICTURES[format].extensions[0] }
  } catch {
    return { ok: false, reason: 'broken-picture' }
  }
}

const isPicture = (format: string): format is PictureFormat => Object.hasOwn(PICTURES, format)
