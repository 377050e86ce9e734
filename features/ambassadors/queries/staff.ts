import { db } from '@/lib/db'
import type { Term } from '../rules'
import { TERM, toTerm } from './terms'

export interface StaffAmbassador {
  slug: string
  name: string
  country: string | null
  terms: Term[]
}

/** Everybody who has a term, for the ambassador team. */
export async function listTerms(): Promise<StaffAmbassador[]> {
  const rows = await db.person.findMany({
    where: { terms: { some: {} } },
    select: { slug: true, name: true, country: true, terms: { select: TERM } },
    orderBy: { name: 'asc' },
  })
  return rows.map((row) => ({ ...row, terms: row.terms.map(toTerm) }))
}
