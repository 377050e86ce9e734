import { getTranslations } from 'next-intl/server'
import { SectionHead } from '@/components/page-header'
import { localized } from '@/lib/i18n/addresses'
import type { Locale } from '@/lib/i18n/routing'
import type { EventView } from '../schema'
import { CallFacts } from './call-facts'
import { EventCard } from './event-card'
import styles from './event-details.module.css'
import { EventFacts } from './event-facts'

/** What lies below an event's panel: its call, its parts, and the plain facts beside them. */
export async function EventDetails({ event, locale, now }: { event: EventView; locale: Locale; now: Date }) {
  const t = await getTranslations({ locale, namespace: 'events' })
  const { call, parts, slug } = event
  const hasMain = call !== null || parts.length > 0
  return (
    <div className={hasMain ? `with-aside ${styles.details}` : styles.details}>
      {hasMain && (
        <div className={styles.main}>
          {call && (
            <section>
              <SectionHead
                title={t('call.title')}
                aside={call.state !== 'open' && <a href={localized(`/events/${slug}/cfp`, locale)}>{t('aboutCall')}</a>}
              />
              <CallFacts event={event} locale={locale} />
            </section>
          )}
          {parts.length > 0 && (
            <section>
              <SectionHead title={t('parts')} />
              <div className="columns">
                {parts.map((part) => (
                  <EventCard key={part.slug} event={part} locale={locale} now={now} />
                ))}
              </div>
            </section>
          )}
        </div>
      )}
      <aside className={hasMain ? undefined : styles.alone} aria-labelledby="facts">
        <h2 id="facts" className={styles.glance}>
          {t('facts.title')}
        </h2>
        <EventFacts event={event} locale={locale} />
      </aside>
    </div>
  )
}
