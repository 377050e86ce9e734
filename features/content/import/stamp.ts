import { alignTranslation, type Pair, stampFor } from '../rules/translation'
import { lineOf } from '../schema/problems'
import { type Compiled, compile } from './compile'
import { readSources } from './files'

interface Folders {
  content: string
  pictures: string
}

export type Stamped =
  | { ok: true; text: string; before: Pair[] | null; isNew: boolean }
  | { ok: false; reason: 'unknown' | 'not-a-translation' | 'broken'; lines: string[] }

/**
 * A translation's text with its stamp brought to the source as it is now: all of it, or the blocks with these numbers
 * (from 1). `before`: how it stood until now. `file` is as the index calls it, `content/blog/some.zh.mdx`.
 */
export async function stampTranslation(file: string, only: number[], folders: Folders): Promise<Stamped> {
  const { sources } = readSources(folders.content)
  const own = sources.find((source) => source.file === file)
  if (!own) return { ok: false, reason: 'unknown', lines: [] }
  const original = sources.find(({ kind, name, locale }) => kind === own.kind && name === own.name && locale === 'en')
  if (own.locale === 'en' || !original) return { ok: false, reason: 'not-a-translation', lines: [] }
  const unstamped = { ...own, text: withoutStamp(own.text) }
  const [source, translation] = [await compile(original, folders.pictures), await compile(unstamped, folders.pictures)]
  if ('problems' in source) return { ok: false, reason: 'broken', lines: source.problems.map(lineOf) }
  if ('problems' in translation) return { ok: false, reason: 'broken', lines: translation.problems.map(lineOf) }

  const earlier = await stampIn(own.text, () => compile(own, folders.pictures))
  const now = stampFor({ tree: source.compiled.tree, hashes: source.compiled.blockHashes }, translation.compiled.tree)
  const kept =
    earlier && only.length > 0 ? earlier.map((hash, at) => (only.includes(at + 1) ? (now[at] ?? hash) : hash)) : now
  return {
    ok: true,
    text: withStamp(unstamped.text, kept),
    before: earlier && alignTranslation(source.compiled.blockHashes, earlier),
    isNew: earlier === null,
  }
}

/** The stamp that a file has, where it is a sound one. */
async function stampIn(
  text: string,
  read: () => Promise<{ compiled: Compiled } | { problems: unknown }>,
): Promise<string[] | null> {
  if (!STAMP.test(text)) return null
  const outcome = await read()
  if (!('compiled' in outcome)) return null
  const { data } = outcome.compiled.frontMatter
  return 'translatedFrom' in data ? (data.translatedFrom ?? null) : null
}

const STAMP = /^translatedFrom:.*\n(?:[ \t-].*\n)*/m
const WIDTH = 120

function withoutStamp(text: string): string {
  const end = text.indexOf('\n---', 4)
  return text.slice(0, end + 1).replace(STAMP, '') + text.slice(end + 1)
}

/** The stamp is the last field of the front matter, in quotes: some hashes would be numbers without. */
function withStamp(text: string, hashes: string[]): string {
  const end = text.indexOf('\n---', 4) + 1
  const lines = ['translatedFrom:', '  [']
  for (const hash of hashes) {
    const entry = `'${hash}',`
    const line = lines.at(-1) ?? ''
    if (line === '  [' || line.length + entry.length + 1 > WIDTH) lines.push(`    ${entry}`)
    else lines[lines.length - 1] = `${line} ${entry}`
  }
  return `${text.slice(0, end)}${[...lines, '  ]'].join('\n')}\n${text.slice(end)}`
}
