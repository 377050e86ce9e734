import { SectionHead } from '@/components/page-header'
import { PlainText } from '@/features/proposals/components/plain-text'
import type { PeerReview } from '../queries/peers'
import type { CriterionFacts } from '../schema'

/** What other reviewers said, where the round lets one read it. */
export function PeerList({ reviews, criteria }: { reviews: PeerReview[]; criteria: CriterionFacts[] }) {
  if (reviews.length === 0) return null
  return (
    <section>
      <SectionHead title="Other reviews" aside={reviews.length} />
      <ul className="stack" style={{ listStyle: 'none', padding: 0 }}>
        {reviews.map(({ by, round, scores, abstain, forCommittee, forSpeaker }) => (
          <li key={`${by} ${round}`}>
            <p>
              <strong>{by}</strong> <span className="muted">{round}</span>{' '}
              <span className="muted numeric">
                {abstain
                  ? 'abstains'
                  : criteria
                      .filter(({ slug }) => scores[slug] !== undefined)
                      .map(({ slug, name, max }) => `${name} ${scores[slug]}/${max}`)
                      .join(' · ')}
              </span>
            </p>
            {forCommittee && <PlainText>{forCommittee}</PlainText>}
            {forSpeaker && <PlainText>{forSpeaker}</PlainText>}
          </li>
        ))}
      </ul>
    </section>
  )
}
