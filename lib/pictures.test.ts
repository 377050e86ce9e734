import sharp from 'sharp'
import { expect, test } from 'vitest'
import { PICTURE_BYTES, squarePicture } from './pictures'

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#3366aa' } })

test('a portrait becomes squares without what the camera wrote into it', async () => {
  const upload = await plain(600, 900)
    .withExif({ IFD0: { Copyright: 'SECRET PLACE' } })
    .jpeg()
    .toBuffer()
  expect(upload.includes('SECRET PLACE')).toBe(true)
  const made = await squarePicture(upload, [192, 512])
  if (!made.ok) throw new Error(made.reason)
  for (const { size, bytes } of made.files) {
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: size, height: size })
    expect(bytes.includes('SECRET PLACE')).toBe(false)
  }
  const again = await squarePicture(upload, [192, 512])
  expect(again).toMatchObject({ hash: made.hash })
})

test.each([
  ['a text', Buffer.from('not a picture'), 'not-a-picture'],
  [
    'a drawing that could hold a script',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"/>'),
    'not-a-picture',
  ],
  ['more bytes than there may be', Buffer.alloc(PICTURE_BYTES + 1), 'too-heavy'],
])('%s is refused', async (_, upload, reason) => {
  expect(await squarePicture(upload, [192])).toEqual({ ok: false, reason })
})

test('a picture that is cut off, too large or too small is refused, each with its own word', async () => {
  const whole = await plain(400, 400).png({ compressionLevel: 0 }).toBuffer()
  expect(await squarePicture(whole.subarray(0, 2_000), [192])).toEqual({ ok: false, reason: 'not-a-picture' })
  const huge = await plain(8_000, 6_000).png().toBuffer()
  expect(await squarePicture(huge, [192])).toEqual({ ok: false, reason: 'too-many-pixels' })
  expect(await squarePicture(await plain(159, 400).png().toBuffer(), [192])).toEqual({ ok: false, reason: 'too-small' })
})
