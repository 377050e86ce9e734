import type { ReactNode } from 'react'
import type { CriterionFacts } from '../schema'

type Props = {
  by: string
  round: string
  criteria: CriterionFacts[]
  review: { scores: Record<string, number>; abstain: boolean }
  /** What else is to be said of the review, before its scores. */
  children?: ReactNode
}

/** Who gave which scores, in one line. */
export function ScoreLine({ by, round, criteria, review: { scores, abstain }, children }: Props) {
  const given = criteria.filter(({ slug }) => scores[slug] !== undefined)
  return (
    <p>
      <strong>{by}</strong> <span className="muted">{round}</span> {children}{' '}
      <span className="muted numeric">
        {abstain ? 'abstains' : given.map(({ slug, name, max }) => `${name} ${scores[slug]}/${max}`).join(' · ')}
      </span>
    </p>
  )
}
