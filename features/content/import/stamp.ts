import { changedFields, HEAD_FIELDS, type HeadField, type HeadStamp, headStampFor } from '../rules/translated-head'
import { alignTranslation, type Pair, stampFor } from '../rules/translation'
import { Stamps } from '../schema/front-matter'
import { lineOf } from '../schema/problems'
import { type Compiled, compile } from './compile'
import { readSources } from './files'

interface Folders {
  content: string
  pictures: string
}

export type Stamped =
  | { ok: true; text: string; before: Pair[] | null; fields: HeadField[]; isNew: boolean }
  | { ok: false; reason: 'unknown' | 'not-a-translation' | 'broken'; lines: string[] }

/**
 * A translation's text with its stamp brought to the source as it is now: all of it, or the blocks with these numbers
 * (from 1) and these fields of its front matter. `before` and `fields`: how it stood until now. `file` is as the index calls it, `content/blog/some.zh.mdx`.
 */
export async function stampTranslation(file: string, only: (number | HeadField)[], folders: Folders): Promise<Stamped> {
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
    earlier?.blocks && only.length > 0
      ? earlier.blocks.map((hash, at) => (only.includes(at + 1) ? (now[at] ?? hash) : hash))
      : now
  const data = source.compiled.frontMatter.data
  const head = headStampFor(data)
  return {
    ok: true,
    text: withStamp(unstamped.text, kept, earlier?.head && only.length > 0 ? brought(earlier.head, head, only) : head),
    before: earlier?.blocks ? alignTranslation(source.compiled.blockHashes, earlier.blocks) : null,
    fields: changedFields(data, earlier?.head ?? null),
    isNew: earlier === null,
  }
}

interface Earlier {
  blocks: string[] | null
  head: HeadStamp | null
}

/** The stamp that a file has, where it is a sound one. */
async function stampIn(
  text: string,
  read: () => Promise<{ compiled: Compiled } | { problems: unknown }>,
): Promise<Earlier | null> {
  if (text.search(STAMP) < 0) return null
  const outcome = await read()
  if (!('compiled' in outcome)) return null
  const { data } = outcome.compiled.frontMatter
  const { translatedFrom, translatedHeadFrom } = Stamps.parse(data)
  return { blocks: translatedFrom, head: translatedHeadFrom }
}

/** The earlier stamp with these fields as they are now. */
function brought(earlier: HeadStamp, now: HeadStamp, only: (number | HeadField)[]): HeadStamp {
  const of = (field: HeadField) => (only.includes(field) ? now[field] : earlier[field])
  return Object.fromEntries(HEAD_FIELDS.flatMap((field) => (of(field) ? [[field, of(field)]] : [])))
}

const STAMP = /^translated(?:Head)?From:.*\n(?:[ \t-].*\n)*/gm
const WIDTH = 120

function withoutStamp(text: string): string {
  const end = text.indexOf('\n---', 4)
  return text.slice(0, end + 1).replace(STAMP, '') + text.slice(end + 1)
}

/** The stamps are the last fields of the front matter, in quotes: some hashes would be numbers without. */
function withStamp(text: string, hashes: string[], head: HeadStamp): string {
  const end = text.indexOf('\n---', 4) + 1
  const lines = ['translatedFrom:', '  [']
  for (const hash of hashes) {
    const entry = `'${hash}',`
    const line = lines.at(-1) ?? ''
    if (line === '  [' || line.length + entry.length + 1 > WIDTH) lines.push(`    ${entry}`)
    else lines[lines.length - 1] = `${line} ${entry}`
  }
  const fields = Object.entries(head).map(([field, hash]) => `  ${field}: '${hash}'`)
  const all = [...lines, '  ]', ...(fields.length > 0 ? ['translatedHeadFrom:', ...fields] : [])]
  return `${text.slice(0, end)}${all.join('\n')}\n${text.slice(end)}`
}
