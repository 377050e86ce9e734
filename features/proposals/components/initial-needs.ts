import { addDays } from 'date-fns'
import { wallClock } from '@/lib/time'
import type { NeedsState } from '../actions/talks'
import type { OwnNeeds } from '../queries/needs'
import { MOST_TIMES } from '../schema/needs'

/** Days after an event for which a speaker's needs are kept unless they choose another day. */
const DAYS_KEPT = 30

/** What the form shows at first: what was saved, and an empty place or two. */
export function initialNeeds({ event, times, needs }: OwnNeeds, now: Date): NeedsState {
  const wall = (instant: Date) => wallClock(instant, event.timeZone).slice(0, 16)
  const taken = times.map(({ startsAt, endsAt }) => ({ from: wall(startsAt), to: wall(endsAt) }))
  const day = needs?.purgeOn ?? addDays(event.endsOn ?? now, DAYS_KEPT)
  return {
    times: [...taken, { from: '', to: '' }, { from: '', to: '' }].slice(0, MOST_TIMES),
    needs: {
      accessibility: needs?.accessibility ?? '',
      travel: needs?.travel ?? '',
      purgeOn: day.toISOString().slice(0, 10),
    },
    errors: {},
    saved: false,
  }
}
