import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/i18n/routing'
import type { EventSummary } from '../schema'
import { closingWords, officialClosing } from './closing-words'
import styles from './deadline.module.css'

/** Until when a call is open: officially, and on the reader's own clock where that shows something else. */
export async function Deadline({
  event,
  locale,
  now,
}: {
  event: Pick<EventSummary, 'call'>
  locale: Locale
  now: Date
}) {
  const t = await getTranslations({ locale, namespace: 'events.call' })
  const { call } = event
  if (!call) return null
  if (!call.closesAt) return <p className={styles.plain}>{t('openWithoutEnd')}</p>
  const official = officialClosing(event, locale)
  return (
    <div className={styles.deadline}>
      <p className={styles.label}>{t('open')}</p>
      {call.closesByDay ? (
        <>
          <p className={styles.moment}>{official}</p>
          <p className={styles.note}>{t('byDay')}</p>
        </>
      ) : (
        <zone-switch locale={locale} zone={call.timeZone}>
          <p className={styles.moment}>
            <time dateTime={call.closesAt.toISOString()}>{official}</time>
          </p>
          <OwnTime label={t('yours', { time: '{time}' })} of={call.closesAt} />
        </zone-switch>
      )}
      <p className={styles.left}>{await closingWords(event, locale, now)}</p>
    </div>
  )
}

/** The island writes the moment here as the reader's clock shows it. */
function OwnTime({ label, of }: { label: string; of: Date }) {
  return (
    <p className={styles.note} data-own={of.toISOString()} data-label={label} hidden>
      {label}
    </p>
  )
}
