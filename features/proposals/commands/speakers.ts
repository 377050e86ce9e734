import type { AuthorizedEvent } from '@/features/access/queries'
import type { Tx } from '@/lib/db'
import { findOrCreatePerson } from '@/lib/session/people'
import type { SpeakerDraft } from '../schema'
import { invite, revokeInvitations } from './invite'

interface Proposal {
  id: string
  code: string
  title: string
  speakers: { position: number; person: { id: string; name: string; email: string | null } }[]
}

/**
 * Makes the co-speakers of a submitted proposal those of its text. The first speaker stays. Who is new is
 * invited, by a mail that waits as a draft for the committee, and appears nowhere before they have said yes.
 */
export async function syncCoSpeakers(
  tx: Tx,
  event: AuthorizedEvent,
  proposal: Proposal,
  wanted: SpeakerDraft[],
  now: Date,
) {
  const [first, ...others] = proposal.speakers
  if (!first) return
  const people = await findOrCreatePeople(tx, wanted)
  const keep = new Map(people.filter(({ id }) => id !== first.person.id).map((person) => [person.id, person]))
  await tx.proposalSpeaker.deleteMany({
    where: { proposalId: proposal.id, personId: { notIn: [first.person.id, ...keep.keys()] } },
  })
  const known = new Set(others.map(({ person }) => person.id))
  for (const [place, person] of [...keep.values()].entries()) {
    const id = { proposalId: proposal.id, personId: person.id }
    await tx.proposalSpeaker.upsert({
      where: { proposalId_personId: id },
      create: { ...id, position: place + 1, isAccepted: false },
      update: { position: place + 1 },
    })
    if (known.has(person.id) || !person.email) continue
    const asked = { kind: 'co_speaker' as const, name: person.name, email: person.email, by: first.person }
    await invite(tx, event, proposal, { ...asked }, now)
  }
  const emails = [...keep.values()].flatMap(({ email }) => email ?? [])
  await revokeInvitations(tx, { proposalId: proposal.id, kind: 'co_speaker', email: { notIn: emails } })
}

/** In the order of the form; made in one order for everybody, so that two transactions never wait for each other. */
async function findOrCreatePeople(tx: Tx, speakers: SpeakerDraft[]) {
  const found = new Map<string, { id: string; name: string; email: string | null }>()
  for (const speaker of [...speakers].sort((a, b) => (a.email.toLowerCase() < b.email.toLowerCase() ? -1 : 1)))
    found.set(speaker.email, (await findOrCreatePerson(tx, speaker)).person)
  return speakers.flatMap(({ email }) => found.get(email) ?? [])
}
