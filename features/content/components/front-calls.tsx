import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/button'
import { closingWords, officialClosing } from '@/features/events/components/closing-words'
import type { EventSummary } from '@/features/events/schema'
import { localized } from '../schema/kinds'
import styles from './front.module.css'

const SHOWN = 3

/** Calls that are open now: they outrank whatever was written. */
export async function FrontCalls({ events, locale, now }: { events: EventSummary[]; locale: string; now: Date }) {
  if (events.length === 0) return null
  const t = await getTranslations({ locale, namespace: 'front' })
  return (
    <section className={styles.calls} aria-labelledby="open-now">
      <h2 id="open-now" className={styles.open}>
        {t('open')}
      </h2>
      {events.slice(0, SHOWN).map((event) => (
        <OpenCall key={event.slug} event={event} locale={locale} now={now} />
      ))}
    </section>
  )
}

async function OpenCall({ event, locale, now }: { event: EventSummary; locale: string; now: Date }) {
  const language = locale === 'zh' ? 'zh' : 'en'
  const t = await getTranslations({ locale, namespace: 'front' })
  const date = officialClosing(event, language)
  return (
    <div className={styles.call}>
      <div>
        <h3>
          <a href={localized(`/events/${event.slug}`, locale)}>{event.name}</a>
        </h3>
        <p>
          {date ? t('closes', { date }) : t('noClosing')}{' '}
          <strong className={styles.left}>{await closingWords(event, language, now)}</strong>
        </p>
      </div>
      <LinkButton variant="primary" href={localized(`/events/${event.slug}/cfp`, locale)}>
        {t('propose')}
      </LinkButton>
    </div>
  )
}
