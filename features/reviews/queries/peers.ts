import type { AuthorizedEvent } from '@/features/access/queries'
import type { Person } from '@/features/access/schema'
import { redactedProposal, reviewersEyes } from '@/features/proposals/queries/redacted'
import { db } from '@/lib/db'
import { seesPeers } from '../rules/rounds'
import type { ReviewText } from '../schema'
import { ownReview, REVIEW } from './review'
import { listRounds } from './rounds'
import { aliasOf, listAliases } from './thread'

export interface PeerReview extends Omit<ReviewText, 'answers'> {
  by: string
  round: string
}

/**
 * What other reviewers said of a proposal in each round whose rules let this one read it now; their names only where
 * the round shows them. Nothing of who has a conflict by now.
 */
export async function listPeerReviews(
  event: AuthorizedEvent,
  reviewer: Person,
  code: string,
  now: Date,
): Promise<PeerReview[]> {
  const proposal = await redactedProposal(await reviewersEyes(event, reviewer, now), code)
  if (!proposal) return []
  const [rounds, rows, aliases] = await Promise.all([
    listRounds(event.id),
    db.review.findMany({
      where: { proposalId: proposal.id, submittedAt: { not: null }, setAside: false },
      orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
      select: { ...REVIEW, roundId: true, reviewerId: true, reviewer: { select: { name: true } } },
    }),
    listAliases(proposal.id),
  ])
  return rounds.flatMap((round) => {
    const inRound = rows.filter(({ roundId }) => roundId === round.id)
    const hasOwn = inRound.some(({ reviewerId }) => reviewerId === reviewer.id)
    if (!seesPeers(round, { now, hasOwn })) return []
    return inRound
      .filter(({ reviewerId }) => reviewerId !== reviewer.id)
      .map(({ reviewerId, reviewer: { name }, ...row }) => {
        const { scores, forCommittee, forSpeaker, abstain } = ownReview(row)
        const by = round.namesReviewers ? name : aliasOf(aliases, reviewerId)
        return { by, round: round.name, scores, forCommittee, forSpeaker, abstain }
      })
  })
}
