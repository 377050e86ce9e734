import { Badge } from '@/components/badge'
import { EmptyState } from '@/components/empty-state'
import { AnswerList } from '@/features/calls/components/answer-list'
import { PlainText } from '@/features/proposals/components/plain-text'
import type { ListedReview } from '../queries/review'
import type { CriterionFacts } from '../schema'
import { ScoreLine } from './score-line'

/** Every review of a proposal with its reviewer: for the chairs. */
export function ReviewList({ reviews, criteria }: { reviews: ListedReview[]; criteria: CriterionFacts[] }) {
  if (reviews.length === 0) return <EmptyState title="Nobody has reviewed this yet" />
  return (
    <ul className="stack" style={{ listStyle: 'none', padding: 0 }}>
      {reviews.map(({ reviewer, round, isSetAside, scores, abstain, forCommittee, forSpeaker, said }) => (
        <li key={`${reviewer.slug} ${round}`} className="stack">
          <ScoreLine by={reviewer.name} round={round} criteria={criteria} review={{ scores, abstain }}>
            {isSetAside && <Badge tone="caution">set aside: a conflict of interest</Badge>}
          </ScoreLine>
          <AnswerList answers={said} />
          {forCommittee && <PlainText>{forCommittee}</PlainText>}
          {forSpeaker && (
            <div>
              <p className="small muted">For the speaker</p>
              <PlainText>{forSpeaker}</PlainText>
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}
