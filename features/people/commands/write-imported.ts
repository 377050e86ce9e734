import type { Tx } from '@/lib/db'
import { slugify } from '@/lib/slug'
import type { Audiences, ProfileValues } from '../schema/fields'
import { writeProfiles } from './write-profiles'

/** What an import writes of one person. */
export interface PersonToWrite {
  /** Null: they are new. */
  id: string | null
  name: string
  /** Null: it stays. */
  email: string | null
  /** Null: the profile stays. */
  profile: { values: ProfileValues; audiences: Audiences } | null
  /** The last day of a term that begins; null where none does. */
  termEndsOn: string | null
}

/** Writes all of them; the number of statements does not grow with the number of people. */
export async function writeImported(tx: Tx, people: readonly PersonToWrite[]): Promise<void> {
  const ids = await createNew(
    tx,
    people.filter(({ id }) => id === null),
  )
  const rows = people.map((person) => ({ ...person, personId: person.id ?? ids.get(person) ?? '' }))
  const known = rows.map(({ personId, id, email, profile }) => ({
    ...{ id: personId, email: id === null ? null : email, news: profile ? 1 : 0 },
  }))
  await tx.$executeRaw`
    update person set email = coalesce(r.email, person.email), version = version + r.news
    from jsonb_to_recordset(${JSON.stringify(known)}::jsonb) as r (id uuid, email text, news int)
    where person.id = r.id and (r.email is not null or r.news > 0)`
  await writeProfiles(
    tx,
    rows.flatMap(({ personId, profile }) => (profile ? [{ personId, ...profile }] : [])),
  )
  // Since when is not in the file; until when is our rule: terms end.
  await tx.ambassadorTerm.createMany({
    data: rows.flatMap(({ personId, termEndsOn }) => (termEndsOn ? [{ personId, endsOn: new Date(termEndsOn) }] : [])),
  })
}

/** Two people may share a name: the next gets a number. */
async function createNew(tx: Tx, people: readonly PersonToWrite[]): Promise<Map<PersonToWrite, string>> {
  if (people.length === 0) return new Map()
  const taken = new Set((await tx.personSlug.findMany({ select: { slug: true } })).map(({ slug }) => slug))
  const given = people.map((person) => {
    const base = slugify(person.name, 'person')
    let slug = base
    for (let number = 2; taken.has(slug); number++) slug = `${base}-${number}`
    taken.add(slug)
    return { person, slug }
  })
  const data = given.map(({ person: { name, email }, slug }) => ({ slug, name, email }))
  const rows = await tx.person.createManyAndReturn({ data, select: { id: true, slug: true } })
  const ids = new Map(rows.map(({ id, slug }) => [slug, id]))
  return new Map(given.map(({ person, slug }) => [person, ids.get(slug) ?? '']))
}
