import { inflateSync } from 'node:zlib'

/** Which characters a font draws, by its own table (cmap of OpenType, formats 4 and 12). `woff` is a WOFF 1.0 file. */
export function glyphsOf(woff: Buffer): (codePoint: number) => boolean {
  const cmap = tableOf(woff, 'cmap')
  const ranges = subtablesOf(cmap).flatMap((offset) => rangesOf(cmap, offset))
  return (codePoint) => ranges.some(([first, last]) => codePoint >= first && codePoint <= last)
}

function tableOf(woff: Buffer, tag: string): Buffer {
  const count = woff.readUInt16BE(12)
  for (let entry = 44; entry < 44 + count * 20; entry += 20) {
    if (woff.toString('latin1', entry, entry + 4) !== tag) continue
    const [offset, packed, length] = [4, 8, 12].map((at) => woff.readUInt32BE(entry + at))
    const bytes = woff.subarray(offset, (offset ?? 0) + (packed ?? 0))
    return packed === length ? bytes : inflateSync(bytes)
  }
  throw new Error(`This font has no table ${tag}`)
}

/** Offsets of the tables for Unicode: platform 0, and platform 3 with encoding 1 or 10. */
function subtablesOf(cmap: Buffer): number[] {
  return Array.from({ length: cmap.readUInt16BE(2) }, (_, at) => 4 + at * 8).flatMap((record) => {
    const platform = cmap.readUInt16BE(record)
    const isUnicode = platform === 0 || (platform === 3 && [1, 10].includes(cmap.readUInt16BE(record + 2)))
    return isUnicode ? [cmap.readUInt32BE(record + 4)] : []
  })
}

type Range = readonly [first: number, last: number]

function rangesOf(cmap: Buffer, offset: number): Range[] {
  const format = cmap.readUInt16BE(offset)
  if (format === 12) {
    return Array.from({ length: cmap.readUInt32BE(offset + 12) }, (_, at) => {
      const group = offset + 16 + at * 12
      return [cmap.readUInt32BE(group), cmap.readUInt32BE(group + 4)] as const
    })
  }
  if (format !== 4) return []
  const segments = cmap.readUInt16BE(offset + 6) / 2
  return Array.from({ length: segments }, (_, at) => segmentOf(cmap, offset, segments, at)).flat()
}

/** A segment names characters that have a glyph but for those that its own table maps to none. */
function segmentOf(cmap: Buffer, offset: number, segments: number, at: number): Range[] {
  const last = cmap.readUInt16BE(offset + 14 + at * 2)
  const first = cmap.readUInt16BE(offset + 16 + (segments + at) * 2)
  const place = offset + 16 + (segments * 3 + at) * 2
  const range = cmap.readUInt16BE(place)
  if (first === 0xffff) return []
  if (range === 0) return [[first, last]]
  return Array.from({ length: last - first + 1 }, (_, step) => first + step).flatMap((code): Range[] => {
    const glyph = cmap.readUInt16BE(place + range + (code - first) * 2)
    return glyph === 0 ? [] : [[code, code]]
  })
}
