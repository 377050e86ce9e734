// Cuts the web fonts from the @fontsource packages: only the glyphs, weights and optical sizes that the site sets.
// Writes public/fonts, app/styles/fonts.css and components/font-files.json. Run by hand after a font is updated.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import subsetFont from 'subset-font'

const require = createRequire(import.meta.url)
const weights = { min: 400, max: 700 }
// What English is set in. A page of other words asks for the rest of Latin-1 as well, and that in a file of its own.
const basic =
  'U+20-7E,U+A0,U+A9,U+B7,U+D7,U+2009,U+2010-2015,U+2018-201E,U+2022,U+2026,U+2032-2033,U+20AC,U+2190-2193,U+2212'
const latin =
  'U+A1-A8,U+AA-B6,U+B8-D6,U+D8-FF,U+131,U+152-153,U+2BB-2BC,U+2C6,U+2DA,U+2DC,U+2002-2008,U+200A-200B,U+2020-2021,U+2030,U+2039-203A,U+2044,U+2116,U+2122,U+2215,U+2248,U+2260,U+2264-2265'
// Polish, Czech, Turkish, Romanian and their neighbours; then what is rarer still.
const extended = 'U+100-130,U+132-151,U+154-17F,U+218-21B,U+1E9E'
const rare = 'U+180-217,U+21C-2BA,U+1E00-1E9D,U+1E9F,U+1EF2-1EFF,U+20A0-20AB,U+20AD-20C0'

const serif = 'source-serif-4/files/source-serif-4'
const inter = 'inter/files/inter'
const mono = 'jetbrains-mono/files/jetbrains-mono'
const families = [
  { name: 'serif', from: [serif, 'opsz-normal'], axes: { opsz: 14, wght: weights } },
  {
    name: 'serif-italic',
    of: 'serif',
    style: 'italic',
    from: [serif, 'opsz-italic'],
    axes: { opsz: 14, wght: weights },
  },
  { name: 'display', from: [serif, 'opsz-normal'], axes: { opsz: 40, wght: 500 } },
  { name: 'sans', from: [inter, 'wght-normal'], axes: { wght: weights } },
  { name: 'mono', from: [mono, 'wght-normal'], axes: { wght: weights } },
]
const parts = [
  { suffix: '', script: 'latin', range: basic },
  { suffix: '-latin', script: 'latin', range: latin },
  { suffix: '-ext', script: 'latin-ext', range: extended },
  { suffix: '-rare', script: 'latin-ext', range: rare },
]
const fonts = families.flatMap(({ name, of = name, from: [file, kind], ...more }) =>
  parts.map(({ suffix, script, range }) => ({
    ...more,
    name: `${name}${suffix}`,
    family: `Lectern ${of[0].toUpperCase()}${of.slice(1)}`,
    from: `${file}-${script}-${kind}`,
    range,
  })),
)

// What makes words and figures read well; small capitals, fractions and alternates stay behind.
const keepFeatures = 'kern liga clig calt ccmp locl mark mkmk rlig rvrn case tnum pnum lnum onum'.split(' ')

// What the reader sees until the font is there: a local font, stretched to the same width and line box.
// size = average advance of the web font over that of the local one, measured on running text.
const fallbacks = [
  { family: 'Lectern Serif Fallback', local: ['Georgia'], size: 1.0725, ascent: 1.036, descent: 0.335 },
  {
    family: 'Lectern Serif Fallback 2',
    local: ['Times New Roman', 'Liberation Serif'],
    size: 1.1769,
    ascent: 1.036,
    descent: 0.335,
  },
  { family: 'Lectern Display Fallback', local: ['Georgia'], size: 0.969, ascent: 1.036, descent: 0.335 },
  {
    family: 'Lectern Display Fallback 2',
    local: ['Times New Roman', 'Liberation Serif'],
    size: 1.0615,
    ascent: 1.036,
    descent: 0.335,
  },
  {
    family: 'Lectern Sans Fallback',
    local: ['Arial', 'Liberation Sans', 'Helvetica'],
    size: 1.064,
    ascent: 0.96875,
    descent: 0.2412,
  },
  { family: 'Lectern Mono Fallback', local: ['Courier New', 'Liberation Mono'], size: 1, ascent: 1.02, descent: 0.3 },
]

rmSync('public/fonts', { recursive: true, force: true })
mkdirSync('public/fonts', { recursive: true })
const files = {}
const rules = ['/* Written by scripts/fonts.js. */']
for (const font of fonts) {
  const source = readFileSync(require.resolve(`@fontsource-variable/${font.from}.woff2`))
  const cut = await subsetFont(source, characters(font.range), {
    targetFormat: 'woff2',
    variationAxes: font.axes,
    keepFeatures,
  })
  const file = `/fonts/${font.name}-${createHash('sha256').update(cut).digest('hex').slice(0, 8)}.woff2`
  writeFileSync(`public${file}`, cut)
  files[font.name] = file
  rules.push(fontFace(font, file))
  console.log(file, cut.length)
}
for (const [name, from] of [
  ['source-serif-4', 'source-serif-4'],
  ['inter', 'inter'],
  ['jetbrains-mono', 'jetbrains-mono'],
])
  writeFileSync(
    `public/fonts/LICENSE-${name}.txt`,
    readFileSync(require.resolve(`@fontsource-variable/${from}/LICENSE`)),
  )
writeFileSync('app/styles/fonts.css', `${[...rules, ...fallbacks.map(fallbackFace)].join('\n\n')}\n`)
writeFileSync('components/font-files.json', `${JSON.stringify(files, null, 2)}\n`)

function characters(range) {
  return range
    .split(',')
    .flatMap((part) => {
      const [from, to = from] = part
        .slice(2)
        .split('-')
        .map((hex) => Number.parseInt(hex, 16))
      return Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i))
    })
    .join('')
}

function fontFace({ family, style = 'normal', axes, range }, file) {
  const weight = typeof axes.wght === 'number' ? '400 700' : `${axes.wght.min} ${axes.wght.max}`
  return `@font-face {
  font-family: "${family}";
  font-style: ${style};
  font-weight: ${weight};
  font-display: swap;
  src: url("${file}") format("woff2");
  unicode-range: ${range.replaceAll(',', ', ')};
}`
}

function fallbackFace({ family, local, size, ascent, descent }) {
  const percent = (value) => `${(value * 100).toFixed(2)}%`
  return `@font-face {
  font-family: "${family}";
  src: ${local.map((name) => `local("${name}")`).join(', ')};
  size-adjust: ${percent(size)};
  ascent-override: ${percent(ascent / size)};
  descent-override: ${percent(descent / size)};
  line-gap-override: 0%;
}`
}
