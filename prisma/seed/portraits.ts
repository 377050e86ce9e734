import sharp from 'sharp'
import { PHOTO_SIZES, photoFile } from '@/features/people/schema/photo'
import { squarePicture } from '@/lib/pictures'
import { storage } from '@/lib/storage'
import type { Random } from './random'

const SIDE = 512

/** Makes a picture that nobody takes for a face, keeps it as an upload is kept, and answers with its hash. */
export async function drawPortrait(random: Random): Promise<string> {
  const drawn = await sharp(Buffer.from(portraitSvg(random)))
    .png()
    .toBuffer()
  const picture = await squarePicture(drawn, PHOTO_SIZES)
  if (!picture.ok) throw new Error(`A portrait of the demo is ${picture.reason}.`)
  for (const [index, { bytes }] of picture.files.entries())
    await storage().put(photoFile(picture.hash, PHOTO_SIZES[index] ?? SIDE), bytes, 'image/webp')
  return picture.hash
}

/** A disc above an arc, as on a sign, before three bands: plainly drawn, and different for each. */
export function portraitSvg(random: Random): string {
  const hue = random.int(0, 359)
  const color = (shift: number, saturation: number, lightness: number) =>
    `hsl(${(hue + shift) % 360} ${saturation}% ${lightness}%)`
  const tilt = random.int(-50, 50)
  const [first, second] = [random.int(120, 220), random.int(290, 400)]
  const band = (y: number, fill: string) => `<rect x="-256" y="${y}" width="1024" height="700" fill="${fill}"/>`
  const radius = random.int(72, 96)
  const shape = random.pick([
    `<circle cx="256" cy="208" r="${radius}" fill="${color(190, 55, 88)}"/>`,
    `<rect x="${256 - radius}" y="${208 - radius}" width="${2 * radius}" height="${2 * radius}" rx="28" fill="${color(190, 55, 88)}"/>`,
    `<path d="M256 ${196 - radius} L${256 + radius * 1.1} ${208 + radius * 0.8} H${256 - radius * 1.1} Z" fill="${color(190, 55, 88)}"/>`,
  ])
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE}" height="${SIDE}" viewBox="0 0 ${SIDE} ${SIDE}">
<rect width="${SIDE}" height="${SIDE}" fill="${color(0, 42, 46)}"/>
<g transform="rotate(${tilt} 256 256)">${band(first, color(24, 46, 38))}${band(second, color(48, 50, 30))}</g>
${shape}
<path d="M${random.int(60, 110)} 540 a${random.int(150, 190)} 190 0 0 1 ${random.int(300, 340)} 0 Z" fill="${color(190, 40, 78)}"/>
</svg>`
}
