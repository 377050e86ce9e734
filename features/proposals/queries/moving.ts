import type { Person } from '@/features/access/schema'
import { type CallFacts, getCallById, listCalls } from '@/features/calls/queries/calls'
import { listQuestions } from '@/features/calls/queries/questions'
import { refuseByCall, shutBy } from '@/features/calls/rules/windows'
import { answersIn } from '@/features/calls/schema/typed'
import { db, type Tx } from '@/lib/db'
import { stateFor } from '../rules'
import { type Left, movedTo } from '../rules/moved'
import { FACTS, TEXT, textOf } from './facts'

/** A call that something can be handed in to now; one by invitation may still want its code. */
export const takesNow = (call: CallFacts, now: Date) =>
  shutBy(refuseByCall(call, { format: null, code: null, now })) === null

/** The other open calls of its event that a draft could go to, and what moving it to one of them would leave behind. */
export async function getMove(person: Person, code: string, kind: string | null, now: Date) {
  const row = await db.proposal.findFirst({
    where: { code: code.toUpperCase(), speakers: { some: { personId: person.id, isAccepted: true } } },
    select: {
      ...FACTS,
      id: true,
      code: true,
      title: true,
      callId: true,
      event: { select: { id: true, slug: true, name: true } },
    },
  })
  if (!row || stateFor(row, 'speaker') !== 'draft') return null
  const calls = (await listCalls(row.event.id)).filter((call) => call.id !== row.callId && takesNow(call, now))
  const to = calls.find((call) => call.kind === kind) ?? null
  const { code: own, title, event } = row
  const left = to ? (await previewMove(db, row.id, person.id, to)).left : []
  return { code: own, title, event, calls, to, left: await Promise.all(left.map((one) => named(event.id, one))) }
}

/** With the name of a format or track where its slug stood. */
async function named(eventId: string, one: Left): Promise<Left> {
  if (one.what !== 'format' && one.what !== 'track') return one
  const where = { eventId_slug: { eventId, slug: one.value } }
  const found = await (one.what === 'format' ? db.format.findUnique({ where }) : db.track.findUnique({ where }))
  return { ...one, value: found?.name ?? one.value }
}

/** A draft as this call takes it, and what of it is left behind. */
export async function previewMove(tx: Tx, proposalId: string, personId: string, to: CallFacts) {
  const row = await tx.proposal.findUniqueOrThrow({
    where: { id: proposalId },
    select: { ...TEXT, callId: true, eventId: true },
  })
  const [from, questions, own] = await Promise.all([
    getCallById(row.callId, tx),
    listQuestions(row.eventId, tx),
    tx.proposalSpeaker.findUnique({
      where: { proposalId_personId: { proposalId, personId } },
      select: { answers: true },
    }),
  ])
  return movedTo(textOf(row), answersIn(own?.answers), { from: from?.kind ?? '', to, questions })
}
