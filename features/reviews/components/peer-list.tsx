import { SectionHead } from '@/components/page-header'
import { PlainText } from '@/features/proposals/components/plain-text'
import type { PeerReview } from '../queries/peers'
import type { CriterionFacts } from '../schema'
import { ScoreLine } from './score-line'

/** What other reviewers said, where the round lets one read it. */
export function PeerList({ reviews, criteria }: { reviews: PeerReview[]; criteria: CriterionFacts[] }) {
  if (reviews.length === 0) return null
  return (
    <section>
      <SectionHead title="Other reviews" aside={reviews.length} />
      <ul className="stack" style={{ listStyle: 'none', padding: 0 }}>
        {reviews.map((review) => (
          <li key={`${review.by} ${review.round}`}>
            <ScoreLine by={review.by} round={review.round} criteria={criteria} review={review} />
            {review.forCommittee && <PlainText>{review.forCommittee}</PlainText>}
            {review.forSpeaker && <PlainText>{review.forSpeaker}</PlainText>}
          </li>
        ))}
      </ul>
    </section>
  )
}
