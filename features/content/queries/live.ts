import { listNamedEvents } from '@/features/events/queries'
import type { EventSummary } from '@/features/events/schema'
import { listMovesOf } from '@/features/projects/queries'
import type { Move } from '@/features/projects/rules'
import { listReleasedSchedules } from '@/features/schedule/queries/released'
import type { ReleasedSchedule } from '@/features/schedule/schema'
import { db } from '@/lib/db'
import { touch } from '@/lib/front/tags'
import { localized, pathOf } from '../schema/kinds'
import type { Block, Inline, Tree } from '../schema/tree'
import { kindOf } from './texts'
import { isHidden, isVisible, untilNextText } from './visible'

/** What the components of a text show as things stand now, by slug. */
export interface Live {
  projects: Map<string, { name: string; moves: Move[] }>
  people: Map<string, string>
  calls: Map<string, EventSummary>
  /** The latest release of each programme that is shown. */
  schedules: Map<string, ReleasedSchedule>
  /** The day on which this is drawn. */
  today: string
  /** Texts that it leads to and that readers do not see yet: their names stand there, without a link. */
  hidden: ReadonlySet<string>
  /** Where an address of the English site leads for this reader; null where only English has it. */
  localPath(href: string): string | null
}

/** Addresses of texts, which may exist in one language alone; lists and pages of data exist in all. */
const TEXT =
  /^\/(?:blog\/|case-studies\/)?(?!blog$|case-studies$|projects$|events$|ambassadors$|search$|changes$)[a-z0-9-]+$/

/** Everything that this text points at, in one query for each kind, however much it points at. */
export async function getLive(tree: Tree, locale: string, now: Date): Promise<Live> {
  const slugs = slugsIn(tree)
  const texts = locale === 'en' ? [] : [...slugs.links].filter((href) => TEXT.test(href))
  const [projects, people, calls, schedules, paths, hidden] = await Promise.all([
    listMovesOf([...slugs.projects]),
    listNames([...slugs.people]),
    listNamedEvents([...slugs.events], now),
    listReleasedSchedules([...slugs.schedules]),
    listLocalPaths(texts, locale),
    listHidden([...slugs.links]),
  ])
  return {
    projects: new Map(projects.map((project) => [project.slug, project])),
    people: new Map(people.map(({ slug, name }) => [slug, name])),
    calls: new Map(calls.map((call) => [call.slug, call])),
    schedules: new Map(schedules.map((schedule) => [schedule.event.slug, schedule])),
    today: now.toISOString().slice(0, 10),
    hidden: new Set(hidden),
    localPath: (href) => {
      const path = TEXT.test(href) ? paths.get(href) : href.startsWith('/zh') ? undefined : href
      return path === undefined ? null : localized(path, locale)
    },
  }
}

/** By the slug that the text has, which may be a former one: its address leads to the person all the same. */
async function listNames(slugs: string[]): Promise<{ slug: string; name: string }[]> {
  touch(...slugs.map((slug) => `person:${slug}`))
  if (slugs.length === 0) return []
  const rows = await db.personSlug.findMany({
    where: { slug: { in: slugs } },
    select: { slug: true, person: { select: { name: true } } },
  })
  return rows.map(({ slug, person }) => ({ slug, name: person.name }))
}

/** Which of these addresses are texts that are not out yet. */
async function listHidden(addresses: string[]): Promise<string[]> {
  const slugs = addresses.flatMap((address) => /^\/[a-z0-9/-]*?([a-z0-9-]+)(?:[?#]|$)/.exec(address)?.[1] ?? [])
  if (slugs.length === 0) return []
  touch('article-lines', 'case-studies')
  await untilNextText()
  const rows = await db.document.findMany({
    where: { slug: { in: slugs }, kind: { in: ['article', 'case_study'] }, ...isHidden() },
    select: { kind: true, locale: true, slug: true },
  })
  const paths = rows.map(({ kind, locale, slug }) => localized(pathOf(kindOf(kind), slug), locale))
  return addresses.filter((address) => paths.includes(address.split(/[?#]/)[0] ?? ''))
}

/** The paths of texts that this language has too, by their path in English. */
async function listLocalPaths(paths: string[], locale: string): Promise<Map<string, string>> {
  if (paths.length === 0) return new Map()
  const groups = paths.flatMap((path) => path.split('/').at(-1) ?? [])
  touch('article-lines', 'case-studies', ...groups.map((slug) => `page:${slug}`))
  await untilNextText()
  const rows = await db.document.findMany({
    where: { locale, ...isVisible(), groupSlug: { in: groups }, kind: { in: ['article', 'case_study', 'page'] } },
    select: { kind: true, slug: true, groupSlug: true },
  })
  return new Map(rows.map(({ kind, slug, groupSlug }) => [pathOf(kindOf(kind), groupSlug), pathOf(kindOf(kind), slug)]))
}

interface Slugs {
  projects: Set<string>
  people: Set<string>
  events: Set<string>
  schedules: Set<string>
  links: Set<string>
}

function slugsIn(tree: Tree): Slugs {
  const slugs: Slugs = {
    projects: new Set(),
    people: new Set(),
    events: new Set(),
    schedules: new Set(),
    links: new Set(),
  }
  for (const block of tree) gather(block, slugs)
  return slugs
}

function gather(node: Block | Inline, slugs: Slugs): void {
  if (typeof node === 'string') return
  if (node.is === 'project') slugs.projects.add(node.slug)
  if (node.is === 'maturity') slugs.projects.add(node.project)
  if (node.is === 'person') slugs.people.add(node.slug)
  if (node.is === 'link') slugs.links.add(node.href)
  if (node.is === 'call' || node.is === 'schedule') slugs.events.add(node.event)
  if (node.is === 'schedule') slugs.schedules.add(node.event)
  if ('by' in node && node.by && 'person' in node.by) slugs.people.add(node.by.person)
  for (const child of childrenOf(node)) gather(child, slugs)
}

function childrenOf(node: Exclude<Block | Inline, string>): (Block | Inline)[] {
  if ('of' in node) return node.of
  if (node.is === 'tabs') return node.tabs.flatMap(({ of }) => of)
  if (node.is === 'list' || node.is === 'notes') return node.items.flatMap(({ of }) => of)
  return node.is === 'table' ? [node.head, ...node.rows].flat(2) : []
}
