import { ImageResponse } from 'next/og'
import sharp from 'sharp'
import { drawable, fontsFor } from '@/lib/card/fonts'
import { CARD_SIZE } from '@/lib/social-card'
import { CardFace } from './components/face'
import { getFace } from './queries'
import { isCardKind } from './rules'

/** The picture of a page, by its kind and the name of its file (`some-slug.png`); 404 where there is no such page. */
export async function cardAnswer(kind: string, file: string, locale: string, now: Date): Promise<Response> {
  const slug = /^(.+)\.png$/.exec(file)?.[1]
  const face = slug && isCardKind(kind) ? await getFace(kind, slug, locale, now) : null
  if (!face) return new Response('No such card.\n', { status: 404, headers: { 'content-type': 'text/plain' } })
  const words = {
    site: drawable(face.site),
    kicker: drawable(face.kicker),
    title: drawable(face.title) || drawable(face.site),
    detail: drawable(face.detail),
  }
  const fonts = fontsFor(Object.values(words).join(''))
  const picture = new ImageResponse(<CardFace {...face} {...words} />, { ...CARD_SIZE, fonts })
  return new Response(await smaller(await picture.arrayBuffer()), { headers: { 'content-type': 'image/png' } })
}

/** A card has few colours: as a palette it is a quarter of the size, in memory as on the wire. */
async function smaller(png: ArrayBuffer): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await sharp(png).png({ palette: true, colours: 64, effort: 4 }).toBuffer())
}
