import { formatDate, formatMoment } from '@/lib/time-words'
import type { State } from '../schema'

/** What its speaker knows of where a proposal stands. */
export interface Standing {
  state: State
  event: { timeZone: string }
  /** Until when it can be handed in or changed, in the zone in which that was stated. */
  deadline: Date | null
  deadlineZone: string
  isCallOpen: boolean
  answerBy: Date | null
}

/** What happens next with a proposal and when, in a sentence or two for its speaker: nothing that is not announced. */
export function nextFor({ state, event, deadline, isCallOpen, deadlineZone, answerBy }: Standing): string {
  const zone = event.timeZone
  switch (state) {
    case 'draft':
      return isCallOpen
        ? `Nobody but you can see this draft. Submit it ${deadline ? `before ${formatMoment(deadline, deadlineZone, 'en')}` : 'when it is ready'}.`
        : 'The call takes no proposals now. Your draft stays here, and nobody but you can see it.'
    case 'submitted':
      return isCallOpen
        ? `We have it. You can change it ${deadline ? `until ${formatMoment(deadline, deadlineZone, 'en')}` : 'while the call is open'}; then the committee reads it, without your name, and we write to you when there is a decision.`
        : 'We have it. The committee reads it without your name, and we write to you when there is a decision.'
    case 'waitlisted':
      return 'There is no place for it yet. We write to you as soon as one becomes free.'
    case 'rejected':
      return 'This time there was no place for it. Thank you for having proposed it.'
    case 'accepted':
      return answerBy
        ? `Congratulations! Tell us until ${formatDate(answerBy, zone, 'en')} whether you will give it.`
        : 'Congratulations! Tell us whether you will give it.'
    case 'confirmed':
      return 'It has its place. Time and room follow with the schedule.'
    case 'declined':
      return 'You will not give it. If that was a mistake, write to the committee.'
    case 'withdrawn':
      return isCallOpen
        ? 'You have taken it back. While the call is open you can change it and submit it again.'
        : 'You have taken it back.'
    case 'cancelled':
      return 'This session will not take place.'
  }
}
