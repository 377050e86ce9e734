import type { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/db'
import { touch } from '@/lib/front/tags'
import { changedFields, type HeadField } from '../rules/translated-head'
import { alignTranslation, blockKind, isOutdated, type Pair } from '../rules/translation'
import { Stamps } from '../schema/front-matter'
import { type Kind, pathOf } from '../schema/kinds'
import { type Tree, treeIn } from '../schema/tree'
import { storedKind } from './texts'
import { isVisible, untilNextText } from './visible'

/** How a translation stands to its original. `pairs` is null where nothing says what it was translated from. */
export interface TranslationState {
  pairs: Pair[] | null
  /** Of the front matter: what the original says otherwise now. */
  fields: HeadField[]
}

/** Of a text in another language than English: what became of each block's source. Null: there is no original. */
export async function getTranslationState(
  kind: Kind,
  locale: string,
  groupSlug: string,
): Promise<TranslationState | null> {
  if (locale === 'en') return null
  touch(`${kind}:${groupSlug}`)
  const rows = await db.document.findMany({
    where: { kind: storedKind(kind), groupSlug, locale: { in: ['en', locale] }, ...isVisible() },
    select: { locale: true, frontMatter: true, blockHashes: true },
  })
  const [original, translation] = ['en', locale].map((wanted) => rows.find((row) => row.locale === wanted))
  if (!original || !translation) return null
  const { translatedFrom, translatedHeadFrom } = Stamps.parse(translation.frontMatter)
  return {
    pairs: pairsOf(original.blockHashes, translatedFrom),
    fields: changedFields(headOf(original), translatedHeadFrom),
  }
}

export interface SideBySide {
  groupSlug: string
  original: Side
  translation: Side
  pairs: Pair[]
  isStamped: boolean
  /** Of the front matter: what the original says otherwise now. */
  fields: HeadField[]
}
interface Side {
  slug: string
  locale: string
  title: string
  summary: string
  tree: Tree
  frontMatter: unknown
}

/** A text beside its translation, block by block; null where it does not exist in both languages. `slug` is this language's own. */
export async function getSideBySide(kind: Kind, locale: string, slug: string): Promise<SideBySide | null> {
  touch(`${kind}:${slug}`)
  const select = { slug: true, locale: true, groupSlug: true, title: true, summary: true } as const
  const rows = await db.document.findMany({
    where: {
      kind: storedKind(kind),
      ...isVisible(),
      groupSlug: { in: await groupsOf(kind, locale, slug) },
    },
    select: { ...select, tree: true, frontMatter: true, blockHashes: true },
  })
  await untilNextText()
  const original = rows.find((row) => row.locale === 'en')
  const translation = rows.find((row) => row.locale !== 'en')
  if (!original || !translation) return null
  touch(`${kind}:${original.groupSlug}`, `${kind}:${translation.slug}`)
  const { translatedFrom, translatedHeadFrom } = Stamps.parse(translation.frontMatter)
  const stamped = pairsOf(original.blockHashes, translatedFrom)
  const [own, other] = [treeIn(original.tree), treeIn(translation.tree)]
  return {
    groupSlug: original.groupSlug,
    original: { ...original, tree: own },
    translation: { ...translation, tree: other },
    pairs: stamped ?? alignTranslation(own.map(blockKind), other.map(blockKind)),
    isStamped: stamped !== null,
    fields: changedFields(headOf(original), translatedHeadFrom),
  }
}

async function groupsOf(kind: Kind, locale: string, slug: string): Promise<string[]> {
  const row = await db.document.findUnique({
    where: { kind_locale_slug: { kind: storedKind(kind), locale, slug } },
    select: { groupSlug: true },
  })
  return row ? [row.groupSlug] : []
}

export interface OutdatedTranslation {
  file: string
  kind: Kind
  locale: string
  title: string
  /** Where it is beside its original. */
  path: string
  /** Blocks whose source has changed, whose source is gone, and of the source that have no translation. */
  changed: number
  gone: number
  untranslated: number
  /** Of the front matter: what the original says otherwise now. */
  fields: HeadField[]
  /** Nothing says what it was translated from. */
  unstamped: boolean
}

/** Every translation that does not say what its original says now, drafts too: for whoever may see the desk. */
export async function listOutdatedTranslations(): Promise<OutdatedTranslation[]> {
  const rows = await db.$queryRaw<Row[]>`
    select t.file, t.kind::text, t.locale, t.slug, t.title, t.front_matter as translated,
      o.front_matter as source, o.block_hashes as "blockHashes"
    from document t join document o on o.kind = t.kind and o.group_slug = t.group_slug and o.locale = 'en'
    where t.locale <> 'en' order by t.kind, t.file`
  return rows.flatMap(({ translated, source, blockHashes, slug, ...row }) => {
    const { translatedFrom, translatedHeadFrom } = Stamps.parse(translated)
    const pairs = pairsOf(blockHashes, translatedFrom)
    const fields = changedFields(source, translatedHeadFrom)
    if (pairs && !isOutdated(pairs) && fields.length === 0) return []
    const count = (state: Pair['state']) => pairs?.filter((pair) => pair.state === state).length ?? 0
    const counts = { changed: count('changed'), gone: count('gone'), untranslated: count('new') }
    return [{ ...row, ...counts, fields, unstamped: pairs === null, path: sideBySidePath(row.kind, row.locale, slug) }]
  })
}

interface Row {
  file: string
  kind: Kind
  locale: string
  slug: string
  title: string
  translated: unknown
  source: object
  blockHashes: string[]
}

/** Only articles and case studies have such a page; of others it is the text's own. */
function sideBySidePath(kind: Kind, locale: string, slug: string): string {
  const own = `/${locale}${pathOf(kind, slug)}`
  return kind === 'article' || kind === 'case-study' ? `${own}/side-by-side` : own
}

function pairsOf(source: string[], stamped: string[] | null): Pair[] | null {
  return stamped === null ? null : alignTranslation(source, stamped)
}

function headOf({ frontMatter }: { frontMatter: Prisma.JsonValue }): object {
  return typeof frontMatter === 'object' && frontMatter !== null ? frontMatter : {}
}
