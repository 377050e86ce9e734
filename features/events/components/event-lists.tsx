import { CalendarDays } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/empty-state'
import { SectionHead } from '@/components/page-header'
import type { Locale } from '@/lib/i18n/routing'
import type { EventSummary } from '../schema'
import { EventCard } from './event-card'
import styles from './event-lists.module.css'

type Props = { coming: EventSummary[]; past: EventSummary[]; locale: Locale; now: Date }

/** All events: whose call is open first, then what is to come, then what was. */
export async function EventLists({ coming, past, locale, now }: Props) {
  const t = await getTranslations({ locale, namespace: 'events' })
  const open = coming.filter(({ phase }) => phase === 'call-open')
  const others = coming.filter(({ phase }) => phase !== 'call-open')
  const lists = [
    { title: t('calls'), events: open, size: 'large' },
    { title: t('coming'), events: others, size: 'medium' },
    { title: t('past'), events: past, size: 'medium' },
  ] as const
  return (
    <div className={styles.lists}>
      {coming.length === 0 && (
        <EmptyState icon={CalendarDays} title={t('noneComing')}>
          {t('noneComingHint')}
        </EmptyState>
      )}
      {lists
        .filter(({ events }) => events.length > 0)
        .map(({ title, events, size }) => (
          <section key={title}>
            <SectionHead title={title} />
            <div className="columns" style={{ '--column': size === 'large' ? '28rem' : '20rem' }}>
              {events.map((event) => (
                <EventCard key={event.slug} event={event} locale={locale} now={now} size={size} />
              ))}
            </div>
          </section>
        ))}
    </div>
  )
}
