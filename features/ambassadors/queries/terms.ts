import type { Prisma } from '@/generated/prisma/client'
import { db, type Tx } from '@/lib/db'
import type { Term } from '../rules'

export const TERM = { id: true, startsOn: true, endsOn: true, isPast: true } satisfies Prisma.AmbassadorTermSelect

export interface OwnTerm extends Term {
  id: string
}

/** The terms of one person, oldest first; what has no beginning comes first. */
export async function termsOf(personId: string, client: Tx = db): Promise<OwnTerm[]> {
  const rows = await client.ambassadorTerm.findMany({
    where: { personId },
    select: TERM,
    orderBy: [{ startsOn: { sort: 'asc', nulls: 'first' } }],
  })
  return rows.map(toTerm)
}

export function toTerm<Row extends { startsOn: Date | null; endsOn: Date | null; isPast: boolean }>(row: Row) {
  const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null
  return { ...row, startsOn: day(row.startsOn), endsOn: day(row.endsOn) }
}
