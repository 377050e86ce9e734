import type { Level } from '@/generated/prisma/enums'
import { type Element, element, xmlDocument } from '@/lib/xml'

interface Words {
  /** Whose level it is: the foundation's short name. */
  foundation: string
  project: string
  /** The level's word. */
  level: string
}

/** Contrast with white is at least 5.5:1 for each. */
const COLORS: Record<Level, string> = {
  sandbox: '#80560f',
  incubating: '#0a6478',
  graduated: '#1f6b33',
  archived: '#5b6570',
}
const HEIGHT = 22
const PADDING = 7

/** A project's level as a picture for a README: a dark half with the foundation, a half in the level's hue. */
export function badgeSvg(level: Level, { foundation, project, level: word }: Words): string {
  const [left, right] = [widthOf(foundation) + 2 * PADDING, widthOf(word) + 2 * PADDING + 17]
  const width = left + right
  const [x, y] = [`${left}`, '15.2']
  const words = (text: string, at: number) =>
    element('text', { x: `${at}`, y, textLength: `${widthOf(text)}`, lengthAdjust: 'spacingAndGlyphs' }, text)
  const half = (at: string, width: number, fill: string) =>
    element('rect', { x: at, width: `${width}`, height: `${HEIGHT}`, fill })
  const root = {
    ...{ xmlns: 'http://www.w3.org/2000/svg', width: `${width}`, height: `${HEIGHT}` },
    ...{ viewBox: `0 0 ${width} ${HEIGHT}`, role: 'img', 'aria-labelledby': 't' },
  }
  return xmlDocument(
    element('svg', root, [
      element('title', { id: 't' }, `${project}: ${word} (${foundation})`),
      element('clipPath', { id: 'c' }, [element('rect', { width: `${width}`, height: `${HEIGHT}`, rx: '3' })]),
      element('g', { 'clip-path': 'url(#c)' }, [half('0', left, '#131a22'), half(x, right, COLORS[level])]),
      element('g', { fill: '#fff', ...FONT }, [words(foundation, PADDING), words(word, left + PADDING + 17)]),
      element(
        'g',
        { transform: `translate(${left + PADDING} 5)`, stroke: '#fff', 'stroke-width': '1.5' },
        SHAPES[level],
      ),
    ]),
  )
}

const FONT = {
  'font-family': 'Inter, Verdana, DejaVu Sans, Geneva, sans-serif',
  'font-size': '11.5',
  'font-weight': '550',
}
const circle = (more: Record<string, string>) => element('circle', { cx: '6', cy: '6', r: '4.75', ...more })
const ring = circle({ fill: 'none' })
const SHAPES: Record<Level, Element[]> = {
  sandbox: [circle({ fill: 'none', 'stroke-dasharray': '2 1.73' })],
  incubating: [ring, element('path', { d: 'M6 1.25a4.75 4.75 0 0 0 0 9.5z', fill: '#fff', stroke: 'none' })],
  graduated: [circle({ fill: '#fff' })],
  archived: [ring, element('path', { d: 'M3 6h6' })],
}

/** Pixels that this text takes at 11.5 px, near enough: `textLength` makes it exact. Han is square. */
function widthOf(text: string): number {
  const widths = [...text].map((letter) => {
    if (/[\u2e80-\uffff]/.test(letter)) return 11.5
    if (/[iIlj.,:;|'!() ]/.test(letter)) return 3.9
    if (/[A-ZmwMW@%]/.test(letter)) return 8.4
    return 6.5
  })
  return Math.round(widths.reduce((sum, width) => sum + width, 0))
}
