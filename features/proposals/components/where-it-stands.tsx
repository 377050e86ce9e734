import { Facts } from '@/components/facts'
import { Steps } from '@/components/steps'
import { formatDate, formatDays, formatMoment } from '@/lib/time-words'
import type { OwnProposal } from '../queries/own'
import { nextFor } from '../rules/next'
import type { State } from '../schema'

const REACHED: Record<State, number> = {
  draft: 0,
  withdrawn: 0,
  submitted: 1,
  waitlisted: 2,
  rejected: 2,
  accepted: 2,
  declined: 3,
  confirmed: 3,
  cancelled: 3,
}

/** How far a proposal is on its way, and what happens next and when. */
export function WhereItStands({ proposal }: { proposal: OwnProposal }) {
  return (
    <div className="stack">
      <Steps
        label="Where your proposal stands"
        current={REACHED[proposal.state]}
        steps={[{ label: 'Draft' }, { label: 'Submitted' }, { label: 'Decision' }, { label: 'Your answer' }]}
      />
      <p>{nextFor(proposal)}</p>
      <Dates proposal={proposal} />
    </div>
  )
}

/** Every day that is stated and still matters, in their order: nothing that has not been announced. */
function Dates({ proposal }: { proposal: OwnProposal }) {
  const {
    event,
    days,
    deadline,
    deadlineZone,
    isCallOpen,
    review,
    submittedAt,
    announcedAt,
    answerBy,
    answeredAt,
    state,
  } = proposal
  const date = (moment: Date) => formatDate(moment, event.timeZone, 'en')
  const plain = (day: Date) => day.toISOString().slice(0, 10)
  const isWaiting = state === 'submitted' && !announcedAt
  const facts = [
    submittedAt && { term: 'Handed in', says: date(submittedAt) },
    isCallOpen && deadline && { term: 'The call closes', says: formatMoment(deadline, deadlineZone, 'en') },
    isWaiting && review.opensAt && { term: 'Reviewers read from', says: date(review.opensAt) },
    isWaiting && review.closesAt && { term: 'Reviewers read until', says: date(review.closesAt) },
    announcedAt && { term: 'You were told', says: date(announcedAt) },
    state === 'accepted' && answerBy && { term: 'Answer by', says: formatMoment(answerBy, event.timeZone, 'en') },
    answeredAt && { term: 'You answered', says: date(answeredAt) },
    days.startsOn && {
      term: 'The event',
      says: formatDays(plain(days.startsOn), days.endsOn && plain(days.endsOn), 'en'),
    },
  ].filter((fact) => fact !== null && fact !== false)
  return facts.length > 0 ? <Facts facts={facts} /> : null
}
