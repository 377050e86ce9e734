import type { AuthorizedEvent } from '@/features/access/queries'
import type { Tx } from '@/lib/db'
import { createPeople } from '@/lib/session/people'
import { findByEmail } from '../queries/foreign'
import type { PortableReview, Read, Source } from '../schema/portable'

/**
 * Who wrote the reviews of a file: known by the id that they had there before, or by their address, never by a name.
 * Somebody new is a person without any role here: a review gives nobody a right.
 */
export async function findReviewers(
  tx: Tx,
  event: AuthorizedEvent,
  source: Source,
  reviews: Read<PortableReview>[],
  { say, note }: { say: (line: string) => void; note: (place: string, text: string) => void },
): Promise<Map<string, string>> {
  const reviewers = new Map(reviews.map(({ place, thing }) => [thing.reviewer.id, { place, ...thing.reviewer }]))
  const of = { eventId: event.id, source, kind: 'reviewer' }
  const records = await tx.foreignRecord.findMany({ where: of, select: { foreignId: true, personId: true } })
  const people = new Map(records.flatMap(({ foreignId, personId }) => (personId ? [[foreignId, personId]] : [])))
  const byEmail = await findByEmail(
    tx,
    [...reviewers.values()].flatMap(({ email }) => email ?? []),
  )
  const strange = [...reviewers.values()].filter(({ id }) => !people.has(id))
  const fresh = strange.filter(({ email }) => !email || !byEmail.has(email))
  const ids = await createPeople(
    tx,
    fresh.map(({ name, email }) => ({ name: name || 'Nameless', email })),
  )
  for (const [at, { id, name, email, place }] of fresh.entries()) {
    people.set(id, ids[at] ?? '')
    say(`+ person ${name}${email ? ` <${email}>` : ', without an address'}, who reviewed`)
    if (!email) note(place, `${name} has no address in the file, and is a person of their own here`)
  }
  for (const { id, email } of strange) {
    const known = email ? byEmail.get(email) : undefined
    if (known) people.set(id, known.id)
  }
  await tx.foreignRecord.createMany({
    data: strange.map(({ id }) => ({ ...of, foreignId: id, hash: '', personId: people.get(id) ?? null })),
  })
  return people
}
