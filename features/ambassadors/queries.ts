import { PUBLIC, publicOf } from '@/features/people/queries/public'
import type { PublicProfile } from '@/features/people/schema/public'
import { db } from '@/lib/db'
import { touch } from '@/lib/front/tags'

/** Everybody who is or was an ambassador, by name: one statement for each table, however many there are. */
export async function listAmbassadors(now = new Date()): Promise<PublicProfile[]> {
  touch('ambassadors', 'people')
  const rows = await db.person.findMany({ where: { terms: { some: {} } }, select: PUBLIC })
  const { compare } = new Intl.Collator('en')
  return rows
    .map((row) => publicOf(row, now))
    .filter(({ ambassador }) => ambassador !== null)
    .sort((a, b) => compare(a.name, b.name) || compare(a.slug, b.slug))
}
