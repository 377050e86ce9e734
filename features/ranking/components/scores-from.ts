import { formatMoment } from '@/lib/time-words'
import type { Calibration } from '../schema'

/** How old the scores are: with thousands of reviews the newest are worked out while an older set is shown. */
export function scoresFrom({ madeAt }: Pick<Calibration, 'madeAt'>, { timeZone }: { timeZone: string }): string {
  return `Scores were worked out on ${formatMoment(madeAt, timeZone, 'en')}.`
}
