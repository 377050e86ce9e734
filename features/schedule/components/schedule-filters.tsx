import { getTranslations } from 'next-intl/server'
import { localized } from '@/lib/i18n/addresses'
import type { Locale } from '@/lib/i18n/routing'
import { formatPlainDate } from '@/lib/time-words'
import type { Chosen } from '../rules'
import styles from './schedule-filters.module.css'

type Props = {
  slug: string
  days: string[]
  tracks: { slug: string; name: string; color: string | null }[]
  chosen: Chosen
  locale: Locale
}

/** Days and tracks as links: the choice is in the address. */
export async function ScheduleFilters({ slug, days, tracks, chosen, locale }: Props) {
  const t = await getTranslations({ locale, namespace: 'schedule' })
  const href = (choice: Chosen) => scheduleHref(slug, choice, locale)
  return (
    <div className={styles.filters} data-screen-only="">
      {days.length > 1 && (
        <nav aria-label={t('days')}>
          <ul className={styles.days}>
            <Choice href={href({ ...chosen, day: null })} isChosen={chosen.day === null}>
              {t('allDays')}
            </Choice>
            {days.map((day) => (
              <Choice key={day} href={href({ ...chosen, day })} isChosen={chosen.day === day}>
                {formatPlainDate(day, locale).replace(/ \d{4}$|^\d{4}年/, '')}
              </Choice>
            ))}
          </ul>
        </nav>
      )}
      {tracks.length > 1 && (
        <nav aria-label={t('tracks')}>
          <ul className={styles.tracks}>
            <Choice href={href({ ...chosen, track: null })} isChosen={chosen.track === null}>
              {t('allTracks')}
            </Choice>
            {tracks.map((track) => (
              <Choice
                key={track.slug}
                href={href({ ...chosen, track: track.slug })}
                isChosen={chosen.track === track.slug}
              >
                <span className={styles.dot} style={{ '--track': track.color ?? undefined }} aria-hidden />
                {track.name}
              </Choice>
            ))}
          </ul>
        </nav>
      )}
    </div>
  )
}

/** The programme narrowed to a day, a track, both or neither. */
export function scheduleHref(slug: string, { day, track }: Chosen, locale: Locale): string {
  const query = new URLSearchParams({ ...(day ? { day } : {}), ...(track ? { track } : {}) }).toString()
  return localized(`/events/${slug}/schedule`, locale) + (query && `?${query}`)
}

function Choice({ href, isChosen, children }: { href: string; isChosen: boolean; children: React.ReactNode }) {
  return (
    <li>
      <a href={href} aria-current={isChosen ? 'true' : undefined}>
        {children}
      </a>
    </li>
  )
}
