import type { Person } from '@/features/access/schema'
import { TERMS, toTerms } from '@/features/calls/queries/calls'
import { refuseByCall } from '@/features/calls/rules/windows'
import { callName } from '@/features/calls/schema/call'
import { db } from '@/lib/db'
import { stateFor } from '../rules'
import type { State } from '../schema'
import { FACTS } from './facts'

/** One time that a talk was proposed, with a speaker's eyes. */
export interface Appearance {
  code: string
  title: string
  event: { slug: string; name: string; startsOn: Date | null; timeZone: string }
  state: State
  updatedAt: Date
  /** It stood in the event's programme. */
  isGiven: boolean
}

/** A talk: every proposal that was made from one another, the last first. */
export interface Talk {
  title: string
  abstract: string
  latest: string
  appearances: Appearance[]
}

const ROW = {
  ...FACTS,
  id: true,
  originId: true,
  code: true,
  title: true,
  abstract: true,
  updatedAt: true,
  event: { select: { slug: true, name: true, startsOn: true, timeZone: true } },
} as const

/** All that a person has written for any event, talk by talk. What somebody has only invited them to is not theirs yet. */
export async function listTalks(person: Person): Promise<Talk[]> {
  const rows = await db.proposal.findMany({
    where: { speakers: { some: { personId: person.id, isAccepted: true } } },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    select: ROW,
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  const talks = new Map<string, typeof rows>()
  for (const row of rows) {
    const root = rootOf(row, byId)
    talks.set(root, [...(talks.get(root) ?? []), row])
  }
  return [...talks.values()].flatMap(([latest, ...earlier]) => {
    if (!latest) return []
    const { title, abstract, code } = latest
    return [{ title, abstract, latest: code, appearances: [latest, ...earlier].map(appearanceOf) }]
  })
}

/** As far back as the proposals that are known go; the first of all where they were made in a ring. */
function rootOf<Row extends { id: string; originId: string | null }>(row: Row, byId: Map<string, Row>): string {
  let [here, seen] = [row, new Set<string>()]
  while (here.originId && !seen.has(here.id)) {
    seen.add(here.id)
    const origin = byId.get(here.originId)
    if (!origin) return here.originId
    here = origin
  }
  return here.id
}

type Row = Awaited<ReturnType<typeof readRows>>[number]
const readRows = (ids: string[]) => db.proposal.findMany({ where: { id: { in: ids } }, select: ROW })

function appearanceOf(row: Row): Appearance {
  const { code, title, event, updatedAt } = row
  return {
    code,
    title,
    event,
    updatedAt,
    state: stateFor(row, 'speaker'),
    isGiven: row.answer === 'confirmed' && !row.cancelledAt,
  }
}

/**
 * Where a proposal's talk was proposed before and is known to have been given, for who may know who speaks: the
 * proposals that it was made from, the last first. Of those only what was confirmed is told.
 */
export async function listGivenBefore(code: string): Promise<Appearance[]> {
  const chain = await db.$queryRaw<{ id: string }[]>`
    with recursive chain as (
      select origin_id as id, 1 as depth from proposal where code = ${code.toUpperCase()}
      union all select p.origin_id, depth + 1 from proposal p join chain on p.id = chain.id where depth < 20
    ) select id from chain where id is not null`
  const rows = await readRows(chain.map(({ id }) => id))
  return rows
    .map(appearanceOf)
    .filter(({ isGiven }) => isGiven)
    .sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime())
}

/** The calls that take proposals from anybody now, the first to close first. */
export async function listOpenCalls(now: Date) {
  const calls = await db.call.findMany({
    orderBy: [{ closesAt: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
    select: { ...TERMS, kind: true, name: true, event: { select: { slug: true, name: true } } },
  })
  return calls
    .filter((call) => refuseByCall(toTerms(call), { format: null, code: null, now }) === null)
    .map(({ kind, name, event }) => ({ kind, name: callName({ kind, name }), event }))
}
