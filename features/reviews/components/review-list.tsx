import { EmptyState } from '@/components/empty-state'
import { PlainText } from '@/features/proposals/components/plain-text'
import type { ListedReview } from '../queries/review'
import type { CriterionFacts } from '../schema'

/** Every review of a proposal with its reviewer: for the chairs. */
export function ReviewList({ reviews, criteria }: { reviews: ListedReview[]; criteria: CriterionFacts[] }) {
  if (reviews.length === 0) return <EmptyState title="Nobody has reviewed this yet" />
  return (
    <ul className="stack" style={{ listStyle: 'none', padding: 0 }}>
      {reviews.map(({ reviewer, scores, abstain, forCommittee, forSpeaker }) => (
        <li key={reviewer.slug} className="stack">
          <p>
            <strong>{reviewer.name}</strong>{' '}
            <span className="muted numeric">
              {abstain
                ? 'abstains'
                : criteria.map(({ slug, name, max }) => `${name} ${scores[slug] ?? '—'}/${max}`).join(' · ')}
            </span>
          </p>
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
