import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/button'
import type { LiveCall } from '../queries/calls'
import { localized } from '../schema/kinds'
import { callDate } from './call-date'
import styles from './front.module.css'

/** Calls that are open now: they outrank whatever was written. */
export async function FrontCalls({ calls, locale }: { calls: LiveCall[]; locale: string }) {
  if (calls.length === 0) return null
  const t = await getTranslations({ locale, namespace: 'front' })
  const language = locale === 'zh' ? 'zh' : 'en'
  return (
    <section className={styles.calls} aria-labelledby="open-now">
      <h2 id="open-now" className={styles.open}>
        {t('open')}
      </h2>
      {calls.slice(0, 3).map((call) => (
        <div key={call.slug} className={styles.call}>
          <div>
            <h3>
              <a href={localized(`/events/${call.slug}`, locale)}>{call.name}</a>
            </h3>
            <p>{call.closesAt ? t('closes', { date: callDate(call, call.closesAt, language) }) : t('noClosing')}</p>
          </div>
          <LinkButton variant="primary" href={localized(`/events/${call.slug}/cfp`, locale)}>
            {t('propose')}
          </LinkButton>
        </div>
      ))}
    </section>
  )
}
