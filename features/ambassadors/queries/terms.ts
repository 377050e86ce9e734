import type { Prisma } from '@/generated/prisma/client'
import { db, type Tx } from '@/lib/db'
import type { Term } from '../rules'
import { CutShort, TermId } from '../schema/terms'

export const TERM = { id: true, startsOn: true, endsOn: true, isPast: true } satisfies Prisma.AmbassadorTermSelect

export interface OwnTerm extends Term {
  id: string
  applicationId: string | null
  /** `CutShort` of the schema where it was ended early. */
  cutShort: Prisma.JsonValue
}

/** The terms of one person, oldest first; what has no beginning comes first. */
export async function termsOf(personId: string, client: Tx = db): Promise<OwnTerm[]> {
  const rows = await client.ambassadorTerm.findMany({
    where: { personId },
    select: { ...TERM, applicationId: true, cutShort: true },
    orderBy: [{ startsOn: { sort: 'asc', nulls: 'first' } }],
  })
  return rows.map(toTerm)
}

export function toTerm<Row extends { startsOn: Date | null; endsOn: Date | null; isPast: boolean }>(row: Row) {
  const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null
  return { ...row, startsOn: day(row.startsOn), endsOn: day(row.endsOn) }
}

/** One term with whose it is and what it was before it was ended early; null where there is none. */
export async function getTerm(id: string) {
  if (!TermId.safeParse(id).success) return null
  const row = await db.ambassadorTerm.findUnique({
    where: { id },
    select: { ...TERM, cutShort: true, application: { select: { number: true } }, person: { select: PERSON } },
  })
  if (!row) return null
  const term = toTerm(row)
  return { ...term, cutShort: term.cutShort === null ? null : CutShort.parse(term.cutShort) }
}
const PERSON = { id: true, slug: true, name: true, email: true } as const
