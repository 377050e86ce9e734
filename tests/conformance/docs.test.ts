import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { CODE, COMPONENTS } from '@/features/content/import/components'
import { LANGUAGES } from '@/features/content/schema/tree'

const below = (folder: string) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => path.join(entry.parentPath, entry.name))
const pages = ['README.md', ...below('docs')].map((file) => ({ file, text: readFileSync(file, 'utf8') }))
const prose = (text: string) => text.replace(/^ *```[\s\S]*?^ *```/gm, '')
const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, what = '']) => what)

/** What Lectern makes while it runs, and so is not in a fresh checkout. */
const MADE = /^(node_modules|generated|screenshots|public\/islands)(\/|$)|^\./
const TOP = new Set([...readdirSync('.', { withFileTypes: true })].filter((e) => e.isDirectory()).map((e) => e.name))

test.each(pages)('every npm script that $file names exists', ({ text }) => {
  const scripts: Record<string, string> = JSON.parse(readFileSync('package.json', 'utf8')).scripts
  const named = found(text, /\bnpm run (?:-s )?([a-z:-]+)/g)
  const isThere = (name: string) => existsSync(`scripts/${scripts[name]?.split(' ').at(-1)}.ts`)
  expect(named.filter((name) => !isThere(name))).toEqual([])
})

test.each(pages)('every link of $file within the repository leads somewhere', ({ file, text }) => {
  const targets = found(prose(text).replace(/`[^`]*`/g, ''), /\]\(([^)\s]+)\)/g).filter(
    (target) => !/^(https?:|mailto:)/.test(target),
  )
  const broken = targets.filter((target) => {
    const [place = '', anchor] = target.split('#')
    const goal = place ? path.join(path.dirname(file), place) : file
    return !existsSync(goal) || (anchor !== undefined && !anchorsOf(goal).includes(anchor))
  })
  expect(broken).toEqual([])
})

test.each(pages)('every path that $file names is there', ({ text }) => {
  const named = found(prose(text), /`([\w@.()[\]-]+(?:\/[\w@.()[\]-]+)*\/?)`/g)
  const paths = named.filter((name) => name.includes('/') && TOP.has(name.split('/')[0] ?? '') && !MADE.test(name))
  // NAME, SLUG and the like stand for what the reader chooses.
  expect(paths.filter((name) => !/[A-Z]{3}/.test(path.basename(name, '.md')) && !existsSync(name))).toEqual([])
})

test('docs/README.md lists every page of docs/', () => {
  const listed = found(readFileSync('docs/README.md', 'utf8'), /\]\(([^)#\s]+)\)/g).map((name) =>
    path.join('docs', name),
  )
  expect(
    pages
      .map(({ file }) => file)
      .filter((file) => file !== 'README.md' && file !== 'docs/README.md' && !listed.includes(file)),
  ).toEqual([])
})

test('docs/operators.md has a row for every variable that is read, and for no other', () => {
  const source = readFileSync('lib/env.ts', 'utf8')
  const read = found(source.slice(0, source.indexOf('.superRefine')), /^ {4}([A-Z][A-Z0-9_]+):/gm)
  const rows = found(readFileSync('docs/operators.md', 'utf8'), /^\| (`[A-Z].*?) \|/gm).flatMap((cell) =>
    found(cell, /`(\w+)`/g),
  )
  expect(rows.sort()).toEqual(read.sort())
})

function anchorsOf(file: string): string[] {
  return found(prose(readFileSync(file, 'utf8')), /^#+ (.+)$/gm).map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

test('docs/content-format.md has every component with every property, and every language of code', () => {
  const text = readFileSync('docs/content-format.md', 'utf8')
  const missing = Object.entries(COMPONENTS).flatMap(([name, { props }]) => {
    const row = found(text, new RegExp(`^(\\|[^|]*\`<${name}[ >/][^\\n]*)$`, 'gm'))[0] ?? ''
    return row ? Object.keys(props.shape).filter((key) => !new RegExp(`\\b${key}(=|\`)`).test(row)) : [`<${name}>`]
  })
  const after = Object.values(CODE).flatMap((schema) => Object.keys(schema.shape))
  const code = text.slice(text.indexOf('### Code'), text.indexOf('## Components'))
  expect([
    ...missing,
    ...after.filter((key) => !code.includes(`${key}="`)),
    ...LANGUAGES.filter((name) => !code.includes(`\`${name}\``)),
  ]).toEqual([])
  const named = found(text.slice(text.indexOf('## Components')), /^\| `<(\w+)/gm)
  expect(named.filter((name) => !Object.hasOwn(COMPONENTS, name))).toEqual([])
})
