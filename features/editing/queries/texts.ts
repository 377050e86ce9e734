import { KINDS, type Kind } from '@/features/content/schema/kinds'
import { db } from '@/lib/db'
import { checklist } from '../rules/checklist'
import { type DeskView, type Finding, RULES, type Rule, STATES, type TextState } from '../schema'
import { countOutdated, type FactsRow, factsOf, getWorld, listFactsRows } from './facts'

export interface DeskText {
  id: string
  kind: Kind
  locale: string
  title: string
  file: string
  state: TextState
  /** The day that it states, YYYY-MM-DD. */
  date: string | null
  visibleFrom: Date | null
  findings: Finding[]
}

export interface Desk {
  items: DeskText[]
  total: number
  pages: number
  counts: {
    all: number
    state: Record<TextState, number>
    kind: Partial<Record<Kind, number>>
    locale: Record<string, number>
    problem: Record<'broken' | Rule, number>
  }
}

const ON_A_PAGE = 50

/** Every text of the site with what the checklist finds without reading it, filtered and counted; nine queries. */
export async function getDesk(view: DeskView, now: Date): Promise<Desk> {
  const [rows, outdated] = await Promise.all([listFactsRows(), countOutdated()])
  const facts = rows.map((row) => factsOf(row, outdated))
  const world = await getWorld(facts, now)
  const texts = rows.map((row, at) => deskText(row, checklist(facts[at] ?? factsOf(row, outdated), world), now))
  const matching = texts.filter((text) => fits(text, view)).sort(newestFirst)
  return {
    items: matching.slice((view.page - 1) * ON_A_PAGE, view.page * ON_A_PAGE),
    total: matching.length,
    pages: Math.max(1, Math.ceil(matching.length / ON_A_PAGE)),
    counts: countsOf(texts, view),
  }
}

export function stateOf({ visibleFrom, unlisted }: Pick<FactsRow, 'visibleFrom' | 'unlisted'>, now: Date): TextState {
  if (visibleFrom === null) return 'draft'
  if (visibleFrom > now) return 'scheduled'
  return unlisted ? 'unlisted' : 'published'
}

function deskText(row: FactsRow, findings: Finding[], now: Date): DeskText {
  const { id, kind, locale, title, file, visibleFrom, publishedOn } = row
  const date = publishedOn?.toISOString().slice(0, 10) ?? null
  return { id, kind, locale, title, file, visibleFrom, date, state: stateOf(row, now), findings }
}

function fits(text: DeskText, { state, kind, locale, problem }: Omit<DeskView, 'page'>): boolean {
  if (state && text.state !== state) return false
  if (kind && text.kind !== kind) return false
  if (locale && text.locale !== locale) return false
  return problem === undefined || has(text, problem)
}

function has({ findings }: DeskText, problem: 'broken' | Rule): boolean {
  return findings.some(({ rule, weight }) => (problem === 'broken' ? weight === 'broken' : rule === problem))
}

/** What waits comes first, then what came out last. */
function newestFirst(a: DeskText, b: DeskText): number {
  const rank = ({ state }: DeskText) => ['draft', 'scheduled'].indexOf(state)
  if (rank(a) !== rank(b)) return (rank(a) < 0 ? 9 : rank(a)) - (rank(b) < 0 ? 9 : rank(b))
  const day = ({ date, visibleFrom }: DeskText) => date ?? visibleFrom?.toISOString() ?? ''
  return day(a) === day(b) ? a.file.localeCompare(b.file) : day(a) < day(b) ? 1 : -1
}

/** Of each filter what it would leave beside the others. */
function countsOf(texts: DeskText[], { state, kind, locale, problem }: DeskView): Desk['counts'] {
  const given = {
    ...(state && { state }),
    ...(kind && { kind }),
    ...(locale && { locale }),
    ...(problem && { problem }),
  }
  const among = (without: keyof typeof given) => {
    const { [without]: _, ...rest } = given
    return texts.filter((text) => fits(text, rest))
  }
  const count = <K extends string>(keys: readonly K[], all: DeskText[], is: (text: DeskText, key: K) => boolean) =>
    Object.fromEntries(keys.map((key) => [key, all.filter((text) => is(text, key)).length])) as Record<K, number>
  const byLocale = among('locale')
  return {
    all: texts.length,
    state: count(STATES, among('state'), (text, key) => text.state === key),
    kind: count(KINDS, among('kind'), (text, key) => text.kind === key),
    locale: count([...new Set(texts.map((text) => text.locale))].sort(), byLocale, (text, key) => text.locale === key),
    problem: count(['broken', ...RULES], among('problem'), has),
  }
}

/** What the last content:sync found wrong: the texts stayed as they were before it. */
export function listSyncProblems() {
  return db.contentProblem.findMany({
    select: { file: true, line: true, column: true, message: true, foundAt: true },
    orderBy: { id: 'asc' },
    take: 200,
  })
}
