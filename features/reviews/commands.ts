import type { AuthorizedEvent } from '@/features/access/queries'
import { can } from '@/features/access/rules'
import type { Person } from '@/features/access/schema'
import { FACTS } from '@/features/proposals/queries/facts'
import type { FieldError } from '@/features/proposals/schema'
import { audit } from '@/lib/audit'
import { type Tx, transaction } from '@/lib/db'
import { listCriteria, type OwnReview, ownReview, REVIEW } from './queries/review'
import { isSameReview, type ReviewRefusal, refuseReview, scoreErrors } from './rules'
import type { CriterionFacts, ReviewInput } from './schema'

export type ReviewResult =
  | { ok: true; version: number; review: OwnReview }
  | { ok: false; reason: ReviewRefusal; errors?: FieldError[]; current?: OwnReview }

/**
 * Saves a reviewer's own review: locks it, asks conflict before every right, keeps what somebody saved meanwhile (it
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
    const refusal = refuseReview(proposal)
    if (refusal) return { ok: false, reason: refusal }
    const row = await tx.review.findUnique({
      where: { proposalId_reviewerId: { proposalId: proposal.id, reviewerId: reviewer.id } },
      select: REVIEW,
    })
    const current = row ? ownReview(row) : null
    const criteria = await listCriteria(event.id, tx)
    // What was handed in stays handed in, and so stays complete.
    const errors = scoreErrors(criteria, { ...input, submit: input.submit || Boolean(current?.submittedAt) })
    if (errors.length > 0) return { ok: false, reason: isOnlyMissing(errors, input) ? 'incomplete' : 'invalid', errors }
    const isDone = current !== null && isSameReview(current, input) && (current.submittedAt !== null || !input.submit)
    if (current && isDone) return { ok: true, version: current.version, review: current }
    if (current && current.version !== input.version && !isSameReview(current, input))
      return { ok: false, reason: 'overtaken', current }
    const review = await write(tx, proposal.id, reviewer, criteria, input, current, now)
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
async function lockForReview(tx: Tx, event: AuthorizedEvent, { id }: Person, code: string) {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`review ${event.id} ${id}`}, 0))`
  await tx.$queryRaw`
    select 1 from proposal where event_id = ${event.id}::uuid and code = ${code.toUpperCase()} for key share`
  const row = await tx.proposal.findFirst({
    where: { eventId: event.id, code: code.toUpperCase(), submittedAt: { not: null } },
    select: {
      ...FACTS,
      id: true,
      speakers: { where: { personId: id }, select: { personId: true } },
      conflicts: { where: { personId: id }, select: { personId: true } },
    },
  })
  return row && { ...row, hasConflict: row.speakers.length + row.conflicts.length > 0 }
}

const isOnlyMissing = (errors: FieldError[], { scores }: ReviewInput) =>
  errors.every(({ path }) => scores[path.replace('scores.', '')] === undefined)

async function write(
  tx: Tx,
  proposalId: string,
  { id: reviewerId }: Person,
  criteria: CriterionFacts[],
  { scores, forCommittee, forSpeaker, abstain, submit }: ReviewInput,
  current: OwnReview | null,
  now: Date,
): Promise<OwnReview> {
  const facts = {
    forCommittee,
    forSpeaker,
    abstained: abstain,
    submittedAt: current?.submittedAt ?? (submit ? now : null),
    version: (current?.version ?? 0) + 1,
    updatedAt: now,
  }
  const { id } = await tx.review.upsert({
    where: { proposalId_reviewerId: { proposalId, reviewerId } },
    create: { proposalId, reviewerId, ...facts },
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
