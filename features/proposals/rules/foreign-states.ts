import type { ForeignStanding } from '../schema/portable'

export const SUBMITTED: ForeignStanding = {
  isDraft: false,
  isWithdrawn: false,
  decision: null,
  isAnnounced: false,
  answer: null,
  isCancelled: false,
}

const accepted = { ...SUBMITTED, decision: 'accepted' as const }
const rejected = { ...SUBMITTED, decision: 'rejected' as const }
const waitlisted = { ...SUBMITTED, decision: 'waitlisted' as const }

/** Sessionize's status with whether its owner was informed and has confirmed; null where the word is none of its own. */
export function fromSessionize(
  status: string,
  { isInformed, isConfirmed }: { isInformed: boolean; isConfirmed: boolean },
): ForeignStanding | null {
  const told = { isAnnounced: isInformed || isConfirmed }
  switch (status.toLowerCase().replace(/[\s-]+/g, '_')) {
    case 'nominated':
    case 'evaluation':
    case 'in_evaluation':
    case 'pending':
    case 'submitted':
      return SUBMITTED
    case 'accept_queue':
      return { ...accepted, ...told }
    case 'accepted':
      return { ...accepted, ...told, answer: isConfirmed ? 'confirmed' : null }
    case 'decline_queue':
    case 'declined':
      return { ...rejected, isAnnounced: isInformed }
    case 'waitlist':
    case 'waitlisted':
    case 'waiting_list':
      return { ...waitlisted, isAnnounced: isInformed }
    case 'withdrawn':
      return isInformed ? { ...accepted, isAnnounced: true, answer: 'declined' } : { ...SUBMITTED, isWithdrawn: true }
    case 'canceled':
    case 'cancelled':
      return { ...accepted, isAnnounced: true, answer: 'confirmed', isCancelled: true }
    case 'draft':
      return { ...SUBMITTED, isDraft: true }
    default:
      return null
  }
}

/** The same back. Who declined what they were offered has withdrawn it after they were informed. */
export function toSessionize(standing: ForeignStanding): { status: string; isInformed: boolean; isConfirmed: boolean } {
  const { isWithdrawn, decision, isAnnounced, answer, isCancelled } = standing
  const say = (status: string, isInformed = isAnnounced, isConfirmed = false) => ({ status, isInformed, isConfirmed })
  if (isCancelled) return say('Canceled', true, true)
  if (answer === 'declined') return say('Withdrawn', true)
  if (isWithdrawn) return say('Withdrawn', false)
  if (decision === 'accepted')
    return isAnnounced ? say('Accepted', true, answer === 'confirmed') : say('Accept_Queue', false)
  if (decision === 'rejected') return isAnnounced ? say('Declined', true) : say('Decline_Queue', false)
  if (decision === 'waitlisted') return say('Waitlisted')
  return say('Nominated', false)
}

/** pretalx's state and the one that waits to be told; null where one of the words is none of its own. */
export function fromPretalx(
  state: string,
  pending: string | null,
  waiting: 'decided' | 'announced' | null = null,
): ForeignStanding | null {
  const standing = PRETALX[state.toLowerCase().replace(/[\s-]+/g, '_')]
  if (!standing) return null
  if (waiting && standing === SUBMITTED) return { ...waitlisted, isAnnounced: waiting === 'announced' }
  if (!pending || pending === state) return standing
  const waits = PRETALX[pending.toLowerCase()]
  if (!waits) return null
  // What is on its way to be accepted, rejected or confirmed has not been announced yet.
  return standing.decision === null && waits.decision && !standing.isDraft
    ? { ...SUBMITTED, decision: waits.decision }
    : standing
}

const PRETALX: Partial<Record<string, ForeignStanding>> = {
  draft: { ...SUBMITTED, isDraft: true },
  submitted: SUBMITTED,
  accepted: { ...accepted, isAnnounced: true },
  confirmed: { ...accepted, isAnnounced: true, answer: 'confirmed' },
  rejected: { ...rejected, isAnnounced: true },
  // Words of plugins and forks: pretalx itself has no waiting list.
  waitlist: { ...waitlisted, isAnnounced: true },
  waitlisted: { ...waitlisted, isAnnounced: true },
  waiting_list: { ...waitlisted, isAnnounced: true },
  withdrawn: { ...SUBMITTED, isWithdrawn: true },
  canceled: { ...accepted, isAnnounced: true, answer: 'confirmed', isCancelled: true },
  cancelled: { ...accepted, isAnnounced: true, answer: 'confirmed', isCancelled: true },
}

interface PretalxState {
  state: string
  pending_state: string | null
  /** A field of ours: pretalx has no waiting list, and who is on it has submitted. */
  waiting_list?: 'decided' | 'announced'
}

/** The same back. */
export function toPretalx(standing: ForeignStanding): PretalxState {
  const { isDraft, isWithdrawn, decision, isAnnounced, answer, isCancelled } = standing
  const say = (state: string, pending: string | null = null) => ({ state, pending_state: pending })
  if (isCancelled) return say('canceled')
  if (isDraft) return say('draft')
  if (isWithdrawn || answer === 'declined') return say('withdrawn')
  if (decision === null) return say('submitted')
  if (decision === 'waitlisted') return { ...say('submitted'), waiting_list: isAnnounced ? 'announced' : 'decided' }
  if (!isAnnounced) return say('submitted', decision)
  return answer === 'confirmed' ? say('confirmed') : say(decision)
}
