import type { Tx } from '@/lib/db'
import { nameKey } from '../rules'
import type { Known } from '../rules/imported'
import { WELL_KNOWN } from '../rules/spellings'
import { PROFILE } from './profile'

/** Whom an import can match: everybody, by handle and by the key of the name. */
export async function readDirectory(tx: Tx) {
  const people = await tx.person.findMany({
    select: { id: true, slug: true, name: true, email: true, handles: { select: { kind: true, handle: true } } },
  })
  const byHandle = new Map<string, Known>()
  const byName = new Map<string, Known[]>()
  const bySlug = new Map<string, Known>()
  for (const { email, handles, ...known } of people) {
    bySlug.set(known.slug, known)
    byName.set(nameKey(known.name), [...(byName.get(nameKey(known.name)) ?? []), known])
    if (email) byHandle.set(`email ${email}`, known)
    for (const { kind, handle } of handles) byHandle.set(`${kind} ${handle}`, known)
  }
  return { byHandle, byName, bySlug }
}

/** The profiles of those who are matched, with what decides how much of a file they take. */
export async function readMatched(tx: Tx, ids: string[]) {
  const rows = await tx.person.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      slug: true,
      email: true,
      emailVerified: true,
      terms: { select: { startsOn: true, endsOn: true, isPast: true } },
      _count: { select: { accounts: true } },
      ...PROFILE,
    },
  })
  return new Map(rows.map((row) => [row.id, row]))
}

/** How people spell projects whose name or slug says otherwise. */
export async function readAliases(_: Tx): Promise<{ alias: string; slug: string }[]> {
  return WELL_KNOWN.map(([alias, slug]) => ({ alias, slug }))
}
