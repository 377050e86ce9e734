import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { glyphsOf } from './glyphs'

export interface CardFont {
  name: string
  data: Buffer
  weight: 500 | 600
  style: 'normal'
}

interface Source {
  name: string
  /** Folder of the package, and the start and end of its files' names. */
  folder: string
  weight: 500 | 600
}

interface Cut {
  file: string
  name: string
  weight: 500 | 600
  ranges: [first: number, last: number][]
}

interface Loaded extends CardFont {
  has: (codePoint: number) => boolean
}

const PACKAGES = join(process.cwd(), 'node_modules/@fontsource')

/** In the order in which they are asked for a character. */
const SOURCES: Source[] = [
  { name: 'Serif', folder: 'source-serif-4', weight: 600 },
  { name: 'Sans', folder: 'inter', weight: 500 },
  { name: 'Han', folder: 'noto-sans-sc', weight: 600 },
]

let cuts: Cut[] | null = null
const loaded = new Map<string, Loaded>()

/** The fonts that this text needs and no others; their cuts are read once and kept (under 6 MB in all). */
export function fontsFor(text: string): CardFont[] {
  return cutsFor(text).map(({ name, data, weight, style }) => ({ name, data, weight, style }))
}

/** The text without what no font here draws, emoji foremost: nothing is fetched, and no box stands in for it. */
export function drawable(text: string): string {
  const fonts = cutsFor(text)
  const known = [...text.normalize('NFC')].filter((character) => {
    const codePoint = character.codePointAt(0) ?? 0
    return /\s/.test(character) || fonts.some(({ has }) => has(codePoint))
  })
  return known.join('').replace(/\s+/g, ' ').trim()
}

/** Latin is always there: what the cards say themselves is written in it, in any language. */
function cutsFor(text: string): Loaded[] {
  const points = [...new Set([...text.normalize('NFC')].map((character) => character.codePointAt(0) ?? 0))]
  cuts ??= SOURCES.flatMap(cutsOf)
  return cuts
    .filter(({ file, ranges }) => {
      if (/(serif-4|inter)-latin-\d/.test(file)) return true
      return points.some((point) => point > 0x7f && ranges.some(([first, last]) => point >= first && point <= last))
    })
    .map(load)
}

function cutsOf({ name, folder, weight }: Source): Cut[] {
  const index: Record<string, string> = JSON.parse(readFileSync(join(PACKAGES, folder, 'unicode.json'), 'utf8'))
  return Object.entries(index).map(([key, ranges]) => {
    const cut = key.replace(/[[\]]/g, '')
    const file = join(PACKAGES, folder, 'files', `${folder}-${cut}-${weight}-normal.woff`)
    return { file, name: cut === 'latin' ? name : `${name} ${cut}`, weight, ranges: ranges.split(',').map(rangeOf) }
  })
}

function rangeOf(text: string): [number, number] {
  const [first = 0, last = first] = text
    .trim()
    .slice(2)
    .split('-')
    .map((hex) => Number.parseInt(hex, 16))
  return [first, last]
}

function load({ file, name, weight }: Cut): Loaded {
  const known = loaded.get(file)
  if (known) return known
  const data = readFileSync(file)
  const font: Loaded = { name, data, weight, style: 'normal', has: glyphsOf(data) }
  loaded.set(file, font)
  return font
}
