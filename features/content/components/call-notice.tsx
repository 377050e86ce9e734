import { LinkButton } from '@/components/button'
import { officialClosing } from '@/features/events/components/closing-words'
import type { EventSummary } from '@/features/events/schema'
import { formatMoment } from '@/lib/time-words'
import { localized } from '../schema/kinds'
import styles from './call-notice.module.css'
import type { Drawing, Words } from './drawing'

/** A call for proposals as it stands now, and the way in. */
export function CallNotice({
  event: slug,
  drawing: { live, calls: words, locale },
}: {
  event: string
  drawing: Drawing
}) {
  const event = live.calls.get(slug)
  const isOpen = event?.call?.state === 'open'
  return (
    <div className={styles.call} data-state={event?.call?.state}>
      <p className={styles.kicker}>{words('kicker')}</p>
      <p className={styles.name}>{event?.name ?? words('missing')}</p>
      {event && <p>{sentenceOf(event, words, locale)}</p>}
      {event && (
        <p className={styles.way}>
          {isOpen ? (
            <LinkButton variant="primary" href={localized(`/events/${slug}/cfp`, locale)}>
              {words('see')}
            </LinkButton>
          ) : (
            <a href={localized(`/events/${slug}`, locale)}>{words('event')}</a>
          )}
        </p>
      )}
    </div>
  )
}

function sentenceOf(event: EventSummary, words: Words, locale: string): string {
  const language = locale === 'zh' ? 'zh' : 'en'
  const { call, timeZone } = event
  if (!call || call.state === 'no-call') return words('no-call')
  if (call.state === 'not-open-yet' && call.opensAt) {
    return words('not-open-yet', { date: formatMoment(call.opensAt, timeZone, language) })
  }
  const date = officialClosing(event, language)
  return date === null ? words('openEnded') : words(call.state, { date })
}
