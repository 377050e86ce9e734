import { mkdirSync, writeFileSync } from 'node:fs'
import { ImageResponse } from 'next/og'
import sharp from 'sharp'
import { expect, test, vi } from 'vitest'
import { drawable, fontsFor } from '@/lib/card/fonts'
import { CARD_SIZE } from '@/lib/social-card'
import { CardFace } from './face'

const paper = { r: 251, g: 252, b: 252 }

async function draw(title: string, more: { detail?: string; level?: 'incubating' } = {}): Promise<Buffer> {
  const face = { site: 'Cloud Native Computing Foundation', kicker: '项目 · Incubating', detail: '', ...more }
  const words = { ...face, title: drawable(title), detail: drawable(face.detail) }
  const fonts = fontsFor(words.site + words.kicker + words.title + words.detail)
  const answer = new ImageResponse(<CardFace {...words} accent="#1b4b91" />, { ...CARD_SIZE, fonts })
  return Buffer.from(await answer.arrayBuffer())
}

const hard: Record<string, string> = {
  short: 'Harbor',
  usual: 'A thousand microservices, one platform to run them',
  chinese: '云原生计算基金会接纳开源容器镜像仓库 Harbor 为沙箱项目，社区从此有了一个中立的家',
  long: 'On the long road from the first container to the last monolith: what nine teams in four countries learned about moving, staying, and knowing the difference between both of these in good time'.repeat(
    2,
  ),
  word: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsvorstandsmitglied',
  emoji: '🚀 Ship it 👩🏽‍💻 with ©2027 ™ → ∑ مرحبا Привет Ελλάδα Đặng',
  han: '万里长城'.repeat(60),
}

test.each(Object.entries(hard))(
  'a title (%s) stays within the picture, and nothing is asked of the network',
  async (name, title) => {
    const fetched = vi.spyOn(globalThis, 'fetch')
    const png = await draw(title, { detail: '王小明、Ada Lovelace · 29 August 2018', level: 'incubating' })
    if (process.env.CARDS) {
      mkdirSync(process.env.CARDS, { recursive: true })
      writeFileSync(`${process.env.CARDS}/${name}.png`, png)
    }
    expect(
      fetched.mock.calls.map(([address]) => String(address)).filter((address) => /^https?:/.test(address)),
    ).toEqual([])
    const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true })
    expect(info).toMatchObject(CARD_SIZE)
    const isPaper = (x: number, y: number) => {
      const at = (y * info.width + x) * 3
      return data[at] === paper.r && data[at + 1] === paper.g && data[at + 2] === paper.b
    }
    const margin = Array.from({ length: info.height - 20 }, (_, y) => y + 18)
    expect(margin.every((y) => isPaper(1140, y) && isPaper(60, y))).toBe(true)
    expect(Array.from({ length: info.width }, (_, x) => x).every((x) => isPaper(x, 590))).toBe(true)
  },
)

test('what no font here draws is left out, and the rest stays', () => {
  expect(drawable('🚀 Ship  it 👩🏽‍💻')).toBe('Ship it')
  expect(drawable('云原生 Привет')).toBe('云原生 Привет')
  expect(drawable('مرحبا')).toBe('')
})
