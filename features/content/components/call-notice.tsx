import { LinkButton } from '@/components/button'
import type { Locale } from '@/lib/time-words'
import type { LiveCall } from '../queries/calls'
import { localized } from '../schema/kinds'
import { callDate } from './call-date'
import styles from './call-notice.module.css'
import type { Drawing, Words } from './drawing'

/** A call for proposals as it stands now, and the way in. */
export function CallNotice({ event, drawing: { live, calls: words, locale } }: { event: string; drawing: Drawing }) {
  const call = live.calls.get(event)
  return (
    <aside className={styles.call} data-state={call?.state ?? 'missing'}>
      <p className={styles.kicker}>{words('kicker')}</p>
      <p className={styles.name}>{call?.name ?? words('missing')}</p>
      {call && <p className={styles.when}>{sentenceOf(call, words, locale === 'zh' ? 'zh' : 'en')}</p>}
      {call && (
        <p className={styles.way}>
          {call.state === 'open' ? (
            <LinkButton variant="primary" href={localized(`/events/${event}/cfp`, locale)}>
              {words('see')}
            </LinkButton>
          ) : (
            <a href={localized(`/events/${event}`, locale)}>{words('event')}</a>
          )}
        </p>
      )}
    </aside>
  )
}

function sentenceOf(call: LiveCall, words: Words, locale: Locale): string {
  if (call.state === 'upcoming' && call.opensAt)
    return words('upcoming', { date: callDate(call, call.opensAt, locale) })
  if (call.state === 'not-stated' || !call.closesAt) return words(call.state === 'open' ? 'openEnded' : 'not-stated')
  return words(call.state, { date: callDate(call, call.closesAt, locale) })
}
