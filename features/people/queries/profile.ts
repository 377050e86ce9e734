import { db } from '@/lib/db'

/** What a person says of themselves, as their form shows it. */
export async function getProfile(personId: string) {
  const select = { slug: true, name: true, email: true, affiliation: true, bio: true, version: true } as const
  const person = await db.person.findUniqueOrThrow({ where: { id: personId }, select })
  return { ...person, affiliation: person.affiliation ?? '', bio: person.bio ?? '' }
}
