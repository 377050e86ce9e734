import { LinkButton } from '@/components/button'
import type { CallView } from '@/features/events/schema'
import { localized } from '../schema/kinds'
import styles from './call-notice.module.css'
import { callSentence } from './call-words'
import type { Drawing } from './drawing'

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
      {event && <p>{callSentence(event, words, locale)}</p>}
      {isOpen && event?.call && (
        <OwnDeadline call={event.call} locale={locale} label={words('yours', { time: '{time}' })} />
      )}
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

/** What is left on the reader's own clock; shown by the island alone, and only where that clock differs. */
function OwnDeadline({ call, locale, label }: { call: CallView; locale: string; label: string }) {
  if (!call.closesAt || call.closesByDay) return null
  const moment = call.closesAt.toISOString()
  return (
    <zone-switch locale={locale} zone={call.timeZone}>
      <p className={styles.kicker}>
        <time dateTime={moment} hidden />
        <span data-own={moment} data-label={label} hidden />
      </p>
    </zone-switch>
  )
}
