import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { checkFile, FILE_BYTES } from './files'

const picture = (format: 'png' | 'jpeg' | 'webp' | 'avif') =>
  sharp({ create: { width: 20, height: 10, channels: 3, background: '#336699' } })
    .withExif({ IFD0: { Artist: 'Ada Secret' } })
    .toFormat(format)
    .toBuffer()
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n')
const zip = (text: string) => Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(26), Buffer.from(text)])
const pptx = zip('[Content_Types].xml … ppt/presentation.xml')
const odp = zip('mimetypeapplication/vnd.oasis.opendocument.presentation')

describe('a file', () => {
  test.each([
    ['png', 'image/png'],
    ['jpeg', 'image/jpeg'],
    ['webp', 'image/webp'],
    ['avif', 'image/avif'],
  ] as const)('that is a picture (%s) is encoded anew, without who made it', async (format, type) => {
    const made = await checkFile(await picture(format), `Shot.${format.toUpperCase()}`)
    expect(made).toMatchObject({ ok: true, type })
    expect(made.ok && made.bytes.includes('Ada Secret')).toBe(false)
  })

  test.each<[string, Buffer, string]>([
    ['slides.pdf', pdf, 'application/pdf'],
    ['slides.pptx', pptx, 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
    ['slides.odp', odp, 'application/vnd.oasis.opendocument.presentation'],
  ])('%s is what its bytes are', async (name, bytes, type) => {
    expect(await checkFile(bytes, name)).toMatchObject({ ok: true, type, bytes })
  })

  test.each<[string, Buffer, string]>([
    ['picture.png', pdf, 'not-what-it-says'],
    ['slides.pdf', Buffer.from('<html><script>'), 'not-what-it-says'],
    ['slides.pdf', zip('ppt'), 'not-what-it-says'],
    ['slides.pptx', odp, 'not-what-it-says'],
    ['page.html', Buffer.from('<html>'), 'unknown-kind'],
    ['drawing.svg', Buffer.from('<svg/>'), 'unknown-kind'],
    ['slides', pdf, 'unknown-kind'],
    ['slides.pdf', Buffer.alloc(0), 'empty'],
    ['slides.pdf', Buffer.concat([pdf, Buffer.alloc(FILE_BYTES)]), 'too-heavy'],
  ])('%s is refused where it is not', async (name, bytes, reason) => {
    expect(await checkFile(bytes, name)).toEqual({ ok: false, reason })
  })

  test('that is half a picture is refused', async () => {
    const whole = await picture('png')
    expect(await checkFile(whole.subarray(0, whole.length - 30), 'a.png')).toEqual({
      ok: false,
      reason: 'broken-picture',
    })
  })

  test('that is another picture than it says is refused', async () => {
    expect(await checkFile(await picture('jpeg'), 'a.png')).toEqual({ ok: false, reason: 'not-what-it-says' })
  })
})
