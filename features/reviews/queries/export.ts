import type { AuthorizedEvent } from '@/features/access/queries'
import type { Actor } from '@/features/access/schema'
import { listQuestions } from '@/features/calls/queries/questions'
import { answersFor } from '@/features/calls/rules/visible'
import { answersIn } from '@/features/calls/schema/typed'
import { ANSWERED, factsOf } from '@/features/proposals/queries/answers'
import { withoutConflict } from '@/features/proposals/queries/conflicts'
import { db } from '@/lib/db'
import { listCriteria, ownReview, REVIEW } from './review'

/** Every review of an event that was handed in, for who may list reviews; nothing of what they have a conflict with. */
export async function listAllReviews(event: AuthorizedEvent, actor: Actor) {
  const hidden = await db.$queryRaw<{ id: string }[]>`
    select p.id from proposal p where p.event_id = ${event.id}::uuid and not (${withoutConflict(actor, event)})`
  const proposal = { eventId: event.id, id: { notIn: hidden.map(({ id }) => id) } }
  const rows = await db.review.findMany({
    where: { submittedAt: { not: null }, proposal },
    orderBy: [{ proposal: { code: 'asc' } }, { submittedAt: 'asc' }, { id: 'asc' }],
    select: {
      ...REVIEW,
      setAside: true,
      proposal: { select: { ...ANSWERED, code: true, title: true } },
      round: { select: { name: true } },
      reviewer: { select: { name: true, email: true } },
    },
  })
  const questions = (await listQuestions(event.id)).filter(({ about }) => about === 'reviewer')
  const reviews = rows.map(({ reviewer, round, setAside, proposal, ...row }) => ({
    ...ownReview(row),
    said: answersFor(questions, 'reviewer', answersIn(row.answers), factsOf(proposal), 'chairs'),
    ...{ code: proposal.code, title: proposal.title, reviewer: reviewer.name, reviewerEmail: reviewer.email },
    ...{ round: round.name, isSetAside: setAside },
  }))
  return { reviews, criteria: await listCriteria(event.id), questions }
}
