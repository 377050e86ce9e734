import type { AuthorizedEvent } from '@/features/access/queries'
import { can } from '@/features/access/rules'
import type { Person } from '@/features/access/schema'
import { listQuestions } from '@/features/calls/queries/questions'
import { checkAnswers } from '@/features/calls/rules/answers'
import { ANSWERED, factsOf } from '@/features/proposals/queries/answers'
import { hasConflict } from '@/features/proposals/queries/conflicts'
import { FACTS } from '@/features/proposals/queries/facts'
import type { FieldError } from '@/features/proposals/schema'
import { audit } from '@/lib/audit'
import { type Tx, transaction } from '@/lib/db'
import { findReview, listCriteria, type OwnReview, ownReview, REVIEW } from '../queries/review'
import { getRound } from '../queries/rounds'
import { isSameReview, type ReviewRefusal, refuseReview, scoreErrors } from '../rules'
import { criteriaIn } from '../rules/rounds'
import type { CriterionFacts, ReviewInput } from '../schema'
import { ensureRound } from './first-round'

export type ReviewResult =
  | { ok: true; version: number; review: OwnReview }
  | { ok: false; reason: ReviewRefusal; errors?: FieldError[]; current?: OwnReview }

/**
 * Saves a reviewer's own review in the round that is open: locks it, asks conflict before every right, keeps what somebody saved meanwhile (it
 * comes back as `current`), writes scores and audit. `version` is the one that was in sight, 0 before the first.
 */
export function saveReview(
  reviewer: Person,
  event: AuthorizedEvent,
  code: string,
  input: ReviewInput & { version: number },
  now: Date,
): Promise<ReviewResult> {
  return transaction(async (tx) => {
    const proposal = await lockForReview(tx, event, reviewer, code)
    if (!proposal) return { ok: false, reason: 'not-found' }
    if (proposal.hasConflict) return { ok: false, reason: 'conflict' }
    if (!can(reviewer, 'update', 'reviews/own', { eventId: event.id })) return { ok: false, reason: 'forbidden' }
    const round = await getRound(event.id, now, tx)
    const refusal = refuseReview(proposal, round, now)
    if (refusal) return { ok: false, reason: refusal }
    const current = await findReview(proposal.id, reviewer.id, round.id, tx)
    const criteria = criteriaIn(await listCriteria(event.id, tx), round)
    // What was handed in stays handed in, and so stays complete.
    const isWhole = input.submit || Boolean(current?.submittedAt)
    const errors = scoreErrors(criteria, { ...input, submit: isWhole }, round)
    if (isWhole && !input.abstain) errors.push(...(await answerErrors(tx, event, proposal, input, current, now)))
    if (errors.length > 0) return { ok: false, reason: isOnlyMissing(errors, input) ? 'incomplete' : 'invalid', errors }
    const isDone = current !== null && isSameReview(current, input) && (current.submittedAt !== null || !input.submit)
    if (current && isDone) return { ok: true, version: current.version, review: current }
    if (current && current.version !== input.version && !isSameReview(current, input))
      return { ok: false, reason: 'overtaken', current }
    const roundId = await ensureRound(tx, event, round)
    const review = await write(
      tx,
      { proposalId: proposal.id, reviewerId: reviewer.id, roundId },
      criteria,
      input,
      current,
      now,
    )
    await audit.record(tx, {
      actor: reviewer,
      verb: input.submit ? 'submit' : 'save',
      resource: 'reviews',
      resourceId: code.toUpperCase(),
      eventId: event.id,
    })
    return { ok: true, version: review.version, review }
  })
}

/** Locks the proposal against decisions meanwhile, and this reviewer against their own second tab. */
async function lockForReview(tx: Tx, event: AuthorizedEvent, reviewer: Person, code: string) {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`review ${event.id} ${reviewer.id}`}, 0))`
  await tx.$queryRaw`
    select 1 from proposal where event_id = ${event.id}::uuid and code = ${code.toUpperCase()} for key share`
  const row = await tx.proposal.findFirst({
    where: { eventId: event.id, code: code.toUpperCase(), submittedAt: { not: null } },
    select: { ...FACTS, ...ANSWERED, id: true },
  })
  return row && { ...row, hasConflict: await hasConflict(reviewer, row.id, tx) }
}

/** What is asked of reviewers and is not as it must be. */
async function answerErrors(
  tx: Tx,
  event: AuthorizedEvent,
  proposal: Parameters<typeof factsOf>[0],
  { answers }: ReviewInput,
  current: OwnReview | null,
  now: Date,
): Promise<FieldError[]> {
  const questions = await listQuestions(event.id, tx)
  const facts = { ...factsOf(proposal), about: 'reviewer' as const, earlier: current?.answers ?? {}, files: {} }
  return checkAnswers(questions, answers, facts, now)
}

const isOnlyMissing = (errors: FieldError[], { scores }: ReviewInput) =>
  errors.every(({ path }) => path !== 'abstain' && scores[path.replace('scores.', '')] === undefined)

async function write(
  tx: Tx,
  identity: { proposalId: string; reviewerId: string; roundId: string },
  criteria: CriterionFacts[],
  { scores, forCommittee, forSpeaker, answers, abstain, submit }: ReviewInput,
  current: OwnReview | null,
  now: Date,
): Promise<OwnReview> {
  const facts = {
    forCommittee,
    forSpeaker,
    answers,
    abstained: abstain,
    submittedAt: current?.submittedAt ?? (submit ? now : null),
    version: (current?.version ?? 0) + 1,
    updatedAt: now,
  }
  const { id } = await tx.review.upsert({
    where: { proposalId_reviewerId_roundId: identity },
    create: { ...identity, ...facts },
    update: facts,
    select: { id: true },
  })
  await tx.reviewScore.deleteMany({ where: { reviewId: id } })
  await tx.reviewScore.createMany({
    data: criteria.flatMap(({ id: criterionId, slug }) => {
      const score = scores[slug]
      return score === undefined ? [] : [{ reviewId: id, criterionId, score }]
    }),
  })
  return ownReview(await tx.review.findUniqueOrThrow({ where: { id }, select: REVIEW }))
}
