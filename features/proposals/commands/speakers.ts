import type { AuthorizedEvent } from '@/features/access/queries'
import type { Tx } from '@/lib/db'
import { env } from '@/lib/env'
import { outbox } from '@/lib/outbox'
import { findOrCreatePerson } from '@/lib/session/people'
import { coSpeakerMail } from '../emails'
import type { SpeakerDraft } from '../schema'

interface Proposal {
  id: string
  code: string
  title: string
  speakers: { position: number; person: { id: string; name: string; email: string | null } }[]
}

/**
 * Makes the co-speakers of a submitted proposal those of its text. The first speaker stays. Who is new is told by a
 * mail that waits as a draft for the committee.
 */
export async function syncCoSpeakers(tx: Tx, event: AuthorizedEvent, proposal: Proposal, wanted: SpeakerDraft[]) {
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
      create: { ...id, position: place + 1 },
      update: { position: place + 1 },
    })
    if (!known.has(person.id)) await invite(tx, event, proposal, person, first.person.name)
  }
}

/** In the order of the form; made in one order for everybody, so that two transactions never wait for each other. */
async function findOrCreatePeople(tx: Tx, speakers: SpeakerDraft[]) {
  const found = new Map<string, { id: string; name: string; email: string | null }>()
  for (const speaker of [...speakers].sort((a, b) => (a.email.toLowerCase() < b.email.toLowerCase() ? -1 : 1)))
    found.set(speaker.email, (await findOrCreatePerson(tx, speaker)).person)
  return speakers.flatMap(({ email }) => found.get(email) ?? [])
}

async function invite(
  tx: Tx,
  event: AuthorizedEvent,
  { id, code, title }: Proposal,
  person: { id: string; name: string; email: string | null },
  proposedBy: string,
) {
  if (!person.email) return
  const words = coSpeakerMail({ code, title, event, appUrl: env().appUrl, to: { ...person, locale: 'en' } }, proposedBy)
  const dedupeKey = `${code} co-speaker ${person.id}`
  await outbox.enqueue(tx, [
    {
      kind: 'proposal-co-speaker',
      to: person.email,
      eventId: event.id,
      proposalId: id,
      dedupeKey,
      draft: true,
      ...words,
    },
  ])
}
