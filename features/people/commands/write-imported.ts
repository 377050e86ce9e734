import type { Tx } from '@/lib/db'
import { createPeople } from '@/lib/session/people'
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

async function createNew(tx: Tx, people: readonly PersonToWrite[]): Promise<Map<PersonToWrite, string>> {
  const ids = await createPeople(
    tx,
    people.map(({ name, email }) => ({ name, email })),
  )
  return new Map(people.map((person, at) => [person, ids[at] ?? '']))
}
