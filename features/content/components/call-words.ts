import { officialClosing } from '@/features/events/components/closing-words'
import type { EventSummary } from '@/features/events/schema'
import { formatMoment } from '@/lib/time-words'
import type { Words } from './drawing'

/** How a call for proposals stands now, in one sentence. */
export function callSentence(event: EventSummary, words: Words, locale: string): string {
  const language = locale === 'zh' ? 'zh' : 'en'
  const { call } = event
  if (!call || call.state === 'no-call') return words('no-call')
  if (call.state === 'not-open-yet' && call.opensAt) {
    return words('not-open-yet', { date: formatMoment(call.opensAt, call.timeZone, language) })
  }
  const date = officialClosing(event, language)
  return date === null ? words('openEnded') : words(call.state, { date })
}
