import { untilNextText } from '@/features/content/queries/visible'
import { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/db'
import { freshUntil, touch } from '@/lib/front/tags'
import { Change, type Kind } from '../schema'
import { changesSql, comingSql } from './sources'

const TAGS = ['projects', 'people', 'ambassadors', 'events', 'articles'] as const

/** How many changes of each kind there are. */
export async function countChanges(locale: string): Promise<Record<Kind, number>> {
  await say()
  const rows = await db.$queryRaw<{ kind: Kind; count: number }[]>`
    select kind, count(*)::int as count from (${changesSql(locale)}) c where at <= now() group by kind`
  const none = { level: 0, ambassador: 0, call: 0, schedule: 0, correction: 0 }
  return Object.assign(none, Object.fromEntries(rows.map(({ kind, count }) => [kind, count])))
}

/** Changes that have happened, newest first: of one kind, or of all. */
export async function listChanges(
  locale: string,
  { kind = null, skip = 0, take }: { kind?: Kind | null; skip?: number; take: number },
): Promise<Change[]> {
  await say()
  const rows = await db.$queryRaw<Row[]>`
    select id, kind, at, day, detail from (${changesSql(locale)}) c
    where at <= now() and (${kind}::text is null or kind = ${kind}) order by at desc, kind, id offset ${skip} limit ${take}`
  return rows.map(changeOf)
}

/** Changes of a stretch of time, oldest first, its end not included. */
export async function listChangesBetween(locale: string, from: Date, until: Date): Promise<Change[]> {
  const rows = await db.$queryRaw<Row[]>`
    select id, kind, at, day, detail from (${changesSql(locale)}) c
    where at >= ${from} and at < ${until} order by at, kind, id`
  return rows.map(changeOf)
}

/** What this answer was made from, and when the next change comes by itself: a call that opens, a move that takes effect. */
async function say(): Promise<void> {
  touch(...TAGS)
  const [[row]] = await Promise.all([
    db.$queryRaw<{ at: Date | null }[]>(Prisma.sql`select min(at) as at from (${comingSql}) c where at > now()`),
    untilNextText(),
  ])
  if (row?.at) freshUntil(row.at)
}

interface Row {
  id: string
  kind: string
  at: Date
  day: boolean
  detail: object
}

function changeOf({ id, kind, at, day, detail }: Row): Change {
  return Change.parse({ ...detail, id, kind, at: at.toISOString(), day })
}
