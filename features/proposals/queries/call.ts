import { db, type Tx } from '@/lib/db'

const CALL = {
  id: true,
  opensAt: true,
  closesAt: true,
  closesByDay: true,
  graceMinutes: true,
  limitPerPerson: true,
  guidance: true,
} as const

/** The call of an event that takes proposals: that for talks before any other. Null where there is none. */
export async function getCall(eventId: string, tx: Tx = db) {
  const calls = await tx.call.findMany({
    where: { eventId },
    orderBy: { kind: 'asc' },
    select: { ...CALL, kind: true },
  })
  return calls.find(({ kind }) => kind === 'talks') ?? calls[0] ?? null
}
export type CallFacts = NonNullable<Awaited<ReturnType<typeof getCall>>>

const CHOICES = { orderBy: { position: 'asc' }, select: { slug: true, name: true } } as const

/** What the proposal form asks for in this event; null where there is no such event or no call. */
export async function getProposalForm(eventSlug: string) {
  const event = await db.event.findUnique({
    where: { slug: eventSlug },
    select: {
      id: true,
      slug: true,
      name: true,
      timeZone: true,
      languages: true,
      formats: { ...CHOICES, select: { ...CHOICES.select, minutes: true } },
      tracks: CHOICES,
      levels: CHOICES,
    },
  })
  const call = event && (await getCall(event.id))
  return event && call ? { event, call } : null
}
export type ProposalFormFacts = NonNullable<Awaited<ReturnType<typeof getProposalForm>>>

/** The tracks and formats by which an event's proposals can be filtered. */
export async function listChoices(eventId: string) {
  const event = await db.event.findUnique({ where: { id: eventId }, select: { formats: CHOICES, tracks: CHOICES } })
  return { formats: event?.formats ?? [], tracks: event?.tracks ?? [] }
}
