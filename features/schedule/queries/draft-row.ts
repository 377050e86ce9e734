import type { Prisma } from '@/generated/prisma/client'
import type { Tx } from '@/lib/db'

const byPosition: { position: 'asc' }[] = [{ position: 'asc' }]

export const SESSION = {
  id: true,
  code: true,
  title: true,
  abstract: true,
  language: true,
  decision: true,
  announced: true,
  answer: true,
  withdrawnAt: true,
  cancelledAt: true,
  format: { select: { slug: true, name: true, minutes: true } },
  track: { select: { slug: true } },
  level: { select: { name: true } },
  speakers: {
    where: { isAccepted: true },
    orderBy: byPosition,
    select: { person: { select: { id: true, number: true, slug: true, name: true, bio: true, affiliation: true } } },
  },
} satisfies Prisma.ProposalSelect

const DRAFT = {
  slug: true,
  acronym: true,
  name: true,
  startsOn: true,
  endsOn: true,
  timeZone: true,
  place: true,
  draftVersion: true,
  tracks: { orderBy: byPosition, select: { slug: true, name: true, color: true } },
  rooms: { orderBy: byPosition, select: { slug: true, name: true, capacity: true } },
  speakerSnapshots: { select: { personId: true, profile: true } },
  slots: {
    orderBy: [{ startsAt: 'asc' }, { number: 'asc' }],
    select: {
      id: true,
      number: true,
      title: true,
      startsAt: true,
      minutes: true,
      room: { select: { slug: true } },
      proposal: { select: SESSION },
    },
  },
} satisfies Prisma.EventSelect

export type DraftRow = Prisma.EventGetPayload<{ select: typeof DRAFT }>
export type SessionRow = Prisma.ProposalGetPayload<{ select: typeof SESSION }>

/** Everything of the draft in one read; inside a transaction that holds the event's lock it stays true. */
export function readDraft(client: Tx, eventId: string): Promise<DraftRow> {
  return client.event.findUniqueOrThrow({ where: { id: eventId }, select: DRAFT })
}
