import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/i18n/routing'
import { zoneName } from '@/lib/time-words'
import styles from './clock-switch.module.css'

/** Venue's clock or the reader's. Shown by `<zone-switch>`, and only where the two differ. */
export async function ClockSwitch({ at, timeZone, locale }: { at: Date; timeZone: string; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'schedule' })
  return (
    <fieldset className={styles.clocks} data-clocks data-screen-only="" hidden>
      <legend className="visually-hidden">{t('time')}</legend>
      <button type="button" data-clock="venue" aria-pressed="true">
        {t('venueTime', { zone: zoneName(at, timeZone, locale) })}
      </button>
      <button type="button" data-clock="own" data-label={t('yourTime', { zone: '{zone}' })} aria-pressed="false">
        {t('yourTime', { zone: '' })}
      </button>
    </fieldset>
  )
}
