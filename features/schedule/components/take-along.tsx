import { getTranslations } from 'next-intl/server'
import { SectionHead } from '@/components/page-header'
import type { Locale } from '@/lib/i18n/routing'
import styles from './take-along.module.css'

const FILES = [
  ['.ics', 'iCalendar'],
  ['.xml', 'schedule.xml'],
  ['.json', 'schedule.json'],
  ['.csv', 'CSV'],
] as const

/** The same programme for calendars, apps and spreadsheets. */
export async function TakeAlong({ slug, locale }: { slug: string; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'schedule' })
  return (
    <section className={styles.take} data-screen-only="">
      <SectionHead title={t('take')} />
      <p className="muted">{t('files')}</p>
      <ul className={styles.files}>
        {FILES.map(([ending, name]) => (
          <li key={ending}>
            <a href={`/events/${slug}/schedule${ending}`}>{name}</a>
          </li>
        ))}
        <li>
          <a href={`/events/${slug}/sessionize/view/All`}>Sessionize JSON</a>
        </li>
      </ul>
    </section>
  )
}
