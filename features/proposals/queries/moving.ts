import type { Person } from '@/features/access/schema'
import { type CallFacts, getCallById, listCalls } from '@/features/calls/queries/calls'
import { listQuestions } from '@/features/calls/queries/questions'
import { refuseByCall, shutBy } from '@/features/calls/rules/windows'
import { answersIn } from '@/features/calls/schema/typed'
import { db, type Tx } from '@/lib/db'
import { stateFor } from '../rules'
import { movedTo } from '../rules/moved'
import { FACTS, TEXT, textOf } from './facts'

/** A call that something can be handed in to now; one by invitation may still want its code. */
export const takesNow = (call: CallFacts, now: Date) =>
  shutBy(refuseByCall(call, { format: null, code: null, now })) === null

/** The other open calls of its event that a draft could go to, each with what moving it there would leave behind. */
export async function getMove(person: Person, code: string, now: Date) {
  const row = await db.proposal.findFirst({
    where: { code: code.toUpperCase(), speakers: { some: { personId: person.id, isAccepted: true } } },
    select: {
      ...FACTS,
      id: true,
      code: true,
      title: true,
      callId: true,
      format: { select: { name: true } },
      track: { select: { name: true } },
      event: { select: { id: true, slug: true, name: true } },
    },
  })
  if (!row || stateFor(row, 'speaker') !== 'draft') return null
  const [calls, preview] = await Promise.all([listCalls(row.event.id), readForMove(db, row.id, person.id)])
  const open = calls.filter((call) => call.id !== row.callId && takesNow(call, now))
  const { code: own, title, event } = row
  const names = { format: row.format?.name ?? '', track: row.track?.name ?? '' }
  return { code: own, title, event, names, calls: open.map((call) => ({ call, left: preview(call).left })) }
}

/** Reads a draft; answers what it is as another call takes it, and what of it is left behind there. */
export async function readForMove(tx: Tx, proposalId: string, personId: string) {
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
  const [draft, aboutMe] = [textOf(row), answersIn(own?.answers)]
  return (to: CallFacts) => movedTo(draft, aboutMe, { from: from?.kind ?? '', to, questions })
}
