import { LinkButton } from '@/components/button'
import { EmptyState } from '@/components/empty-state'
import { Facts } from '@/components/facts'
import { SubmitButton } from '@/components/submit-button'
import { formatPlainDate } from '@/lib/time-words'
import { addDays, isCurrent, RENEWAL_DAYS, refuseRenewal, standingOf, type Term } from '../rules'
import { daysOf } from './term-words'

type Props = { terms: Term[]; today: string; renew: () => Promise<void>; slug: string }

/** Where somebody stands as an ambassador, and the button that goes on. */
export function OwnTerms({ terms, today, renew, slug }: Props) {
  const standing = standingOf(terms, today)
  if (standing === null)
    return (
      <EmptyState
        title="You are not an ambassador"
        actions={<LinkButton href="/ambassadors/apply">Become an ambassador</LinkButton>}
      >
        Ambassadors are chosen by application.
      </EmptyState>
    )
  const refusal = refuseRenewal(terms, today)
  const current = terms.find((term) => isCurrent(term, today))
  const opens = current?.endsOn && addDays(current.endsOn, -RENEWAL_DAYS)
  return (
    <div className="stack" style={{ '--gap': 'var(--space-8)' }}>
      <Facts
        facts={[
          { term: 'You are', says: standing === 'current' ? 'an ambassador' : 'an ambassador emeritus' },
          {
            term: 'Terms',
            says: terms.map((term) => <div key={`${term.startsOn}${term.endsOn}`}>{daysOf(term)}</div>),
          },
          { term: 'Your page', says: <a href={`/people/${slug}`}>/people/{slug}</a> },
        ]}
      />
      {refusal === null && (
        <form action={renew}>
          <SubmitButton pendingLabel="Renewing …">Renew for two more years</SubmitButton>
        </form>
      )}
      {refusal === 'too-early' && opens && (
        <p className="muted">You can renew from {formatPlainDate(opens, 'en')} on. We write to you then.</p>
      )}
      {refusal === 'ended' && (
        <p>
          <a href="/ambassadors/apply">Apply again</a> if you want to come back.
        </p>
      )}
    </div>
  )
}
