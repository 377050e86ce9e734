import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { contrast } from './contrast'

const css = readFileSync(new URL('../app/styles/tokens.css', import.meta.url), 'utf8')
const tokens = Object.fromEntries(
  [...css.matchAll(/--([a-z0-9-]+): light-dark\((.+)\);/g)].map(([, name, pair]) => [name, colors(pair)]),
)

const surfaces = ['surface', 'surface-raised', 'surface-sunken']
const inks = ['ink', 'ink-muted', 'accent', 'positive', 'caution', 'negative']
const levels = ['level-sandbox', 'level-incubating', 'level-graduated', 'level-archived']
const plots = ['plot-2', 'plot-3', 'plot-4']

const readable: [string, string][] = [
  ...[...inks, ...levels].flatMap((ink) => surfaces.map((surface): [string, string] => [ink, surface])),
  ...plots.map((ink): [string, string] => [ink, 'surface-sunken']),
  ...['positive', 'caution', 'negative'].flatMap((tone): [string, string][] => [
    [tone, `${tone}-wash`],
    ['ink', `${tone}-wash`],
    ['ink-muted', `${tone}-wash`],
  ]),
  ['accent-ink', 'accent'],
  ['negative-ink', 'negative'],
]

const visible = ['line-strong', 'focus', ...plots].flatMap((line) =>
  surfaces.map((surface): [string, string] => [line, surface]),
)

test.each(readable)('%s can be read on %s in both themes', (ink, surface) => {
  expect(worst(ink, surface)).toBeGreaterThanOrEqual(4.5)
})

test.each(visible)('%s can be seen on %s in both themes', (line, surface) => {
  expect(worst(line, surface)).toBeGreaterThanOrEqual(3)
})

test('black on white is 21, a colour on itself is 1', () => {
  expect(contrast('#000000', '#fff')).toBeCloseTo(21)
  expect(contrast('#12479c', '#12479c')).toBe(1)
})

function worst(ink: string, surface: string): number {
  return Math.min(...(['light', 'dark'] as const).map((theme) => contrast(color(ink, theme), color(surface, theme))))
}

function color(name: string, theme: 'light' | 'dark'): string {
  const value = tokens[name]?.[theme]
  if (!value) throw new Error(`tokens.css has no colour --${name}`)
  return value
}

/** Both colours of `light-dark(…)`; of `var(--accent-light, #12479c)` the one that stands when nobody overrides it. */
function colors(pair = ''): { light: string | undefined; dark: string | undefined } {
  const [light, dark] = pair.match(/#[0-9a-f]{6}\b/g) ?? []
  return { light, dark }
}
