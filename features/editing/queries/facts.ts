import { getKnown } from '@/features/content/queries/addresses'
import { getSite } from '@/features/content/queries/site'
import { dayOf } from '@/features/content/queries/texts'
import { listOutdatedTranslations } from '@/features/content/queries/translations'
import { judge, keyOf } from '@/features/content/schema/addresses'
import type { Kind } from '@/features/content/schema/kinds'
import type { Move } from '@/features/projects/rules'
import { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/db'
import { outsideAddress } from '../rules/outside'
import type { TextFacts, World } from '../schema'
import { listLinkResults } from './links'

export interface FactsRow extends Omit<TextFacts, 'date' | keyof Behind | 'parts' | 'people'> {
  id: string
  file: string
  publishedOn: Date | null
  visibleFrom: Date | null
  unlisted: boolean
  named: { slug: string; name: string }[]
}

/** What the checklist asks of texts without reading them, in one query: all texts, or those of one condition. */
export function listFactsRows(where = Prisma.sql`true`): Promise<FactsRow[]> {
  return db.$queryRaw<FactsRow[]>`
    select id, replace(kind::text, '_', '-') as kind, locale, slug, group_slug as "groupSlug", title, summary, file,
      published_on as "publishedOn", visible_from as "visibleFrom", unlisted, coalesce(links, '{}') as links,
      coalesce(front_matter -> 'authors', '[]') || coalesce(front_matter -> 'people', '[]')
        || coalesce(front_matter -> 'sponsors', '[]') as named,
      coalesce(front_matter -> 'projects', '[]') as projects,
      coalesce(front_matter -> 'moves', '[]') as moves,
      array(select t.locale from document t
        where t.kind = document.kind and t.group_slug = document.group_slug and t.locale <> document.locale) as translations
    from document where ${where}`
}

/** How far a translation is behind its original. */
export type Behind = Pick<TextFacts, 'outdated' | 'outdatedFields'>
const NOT_BEHIND: Behind = { outdated: 0, outdatedFields: [] }

export function factsOf({ named, publishedOn, ...row }: FactsRow, behind: Map<string, Behind>): TextFacts {
  const people = named.map(({ slug, name }) => ({ slug, name }))
  return { ...row, ...(behind.get(row.file) ?? NOT_BEHIND), people, date: dayOf(publishedOn), parts: null }
}

/** What of each translation no longer says what the original says, by file. */
export async function countOutdated(): Promise<Map<string, Behind>> {
  const translations = await listOutdatedTranslations()
  return new Map(
    translations.map(({ file, changed, gone, untranslated, fields }) => [
      file,
      { outdated: changed + gone + untranslated, outdatedFields: fields },
    ]),
  )
}

/** What the site knows of everything that these texts name, in as many queries for one as for all. */
export async function getWorld(texts: TextFacts[], now: Date): Promise<World> {
  const links = texts.flatMap((text) => text.links.filter((path) => path.startsWith('/')))
  const slugs = texts.flatMap(({ people }) => people.map(({ slug }) => slug))
  const elsewhere = texts.flatMap((text) => text.links.flatMap((link) => outsideAddress(link) ?? []))
  const [known, people, projects, outside] = await Promise.all([
    getKnown([...new Set(links)], now),
    db.person.findMany({ where: { slug: { in: [...new Set(slugs)] } }, select: { slug: true, name: true } }),
    listProjects(),
    listLinkResults([...new Set(elsewhere)]),
  ])
  const isHidden = (path: string) => {
    const [, first = '', second = ''] = (path.split(/[?#]/)[0] ?? '').replace(/^\/zh/, '').split('/')
    const locale = path.startsWith('/zh/') ? 'zh' : 'en'
    const kind: Kind | null = first === 'blog' ? 'article' : first === 'case-studies' ? 'case-study' : null
    return kind !== null && known.hidden.has(keyOf(kind, locale, second))
  }
  return {
    judge: (path) => (isHidden(path) ? 'hidden' : judge(path, known)),
    people: new Map(people.map(({ slug, name }) => [slug, name])),
    projects,
    outside,
    languages: getSite().languages,
  }
}

async function listProjects(): Promise<World['projects']> {
  const rows = await db.project.findMany({
    select: { slug: true, name: true, moves: { select: { level: true, effectiveOn: true, announcement: true } } },
  })
  const moveOf = ({ level, effectiveOn, announcement }: (typeof rows)[number]['moves'][number]): Move => ({
    ...{ level, announcement },
    on: dayOf(effectiveOn),
  })
  return new Map(rows.map(({ slug, name, moves }) => [slug, { name, moves: moves.map(moveOf) }]))
}
