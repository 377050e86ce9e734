import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/button'
import { EmptyState } from '@/components/empty-state'
import { PageHeader } from '@/components/page-header'
import { Breadcrumb } from '@/features/content/components/breadcrumb'
import { localized } from '@/lib/i18n/addresses'
import type { Locale } from '@/lib/i18n/routing'
import { formatDate, zoneName } from '@/lib/time-words'
import type { ListedDay, Programme } from '../formats/programme'
import type { Chosen } from '../rules'
import type { ReleasedSchedule } from '../schema'
import { ClockSwitch } from './clock-switch'
import { DayProgramme } from './day-programme'
import styles from './public-schedule.module.css'
import { ScheduleFilters, scheduleHref } from './schedule-filters'
import { TakeAlong } from './take-along'

type Props = { schedule: ReleasedSchedule; programme: Programme; chosen: Chosen; locale: Locale }

/** The programme as it was released, narrowed to what its address chooses. */
export async function PublicSchedule({ schedule, programme, chosen, locale }: Props) {
  const t = await getTranslations({ locale, namespace: 'schedule' })
  const events = await getTranslations({ locale, namespace: 'events' })
  const { event, release } = schedule
  const { slug, name, timeZone, tracks } = event
  const days = programme.days.filter((day) => day.rooms.length > 0)
  const shown = days.map((day) => narrowed(day, chosen)).filter((day) => day.rooms.length > 0)
  const first = days[0]?.start ?? new Date(release.releasedAt)
  const path = (rest: string) => localized(`/events/${slug}${rest}`, locale)
  return (
    <div className={`wrap ${styles.page}`}>
      <PageHeader
        breadcrumb={
          <Breadcrumb
            label={events('breadcrumb')}
            items={[
              { label: events('title'), href: localized('/events', locale) },
              { label: name, href: path('') },
            ]}
          />
        }
        title={t('title')}
        lede={t('lede', {
          sessions: programme.listings.filter(({ slot }) => slot.session.code !== null).length,
          rooms: new Set(programme.listings.map(({ room }) => room)).size,
          zone: zoneName(first, timeZone, locale),
        })}
        meta={
          <span>
            {t('release', { number: release.number, name: release.name })},{' '}
            {t('releasedAt', { date: formatDate(new Date(release.releasedAt), timeZone, locale) })}
          </span>
        }
        actions={
          <div className="cluster" data-screen-only="">
            <LinkButton href={path('/speakers')}>{t('speakersLink')}</LinkButton>
            <LinkButton href={`/events/${slug}/schedule.ics`}>{t('calendar')}</LinkButton>
          </div>
        }
      />
      <zone-switch locale={locale} zone={timeZone}>
        <div className={styles.bar}>
          <ScheduleFilters
            slug={slug}
            days={days.map(({ date }) => date)}
            tracks={tracks}
            chosen={chosen}
            locale={locale}
          />
          <ClockSwitch at={first} timeZone={timeZone} locale={locale} />
        </div>
        <div className={styles.days}>
          {shown.map((day) => (
            <DayProgramme key={day.date} day={day} event={event} locale={locale} />
          ))}
        </div>
      </zone-switch>
      {shown.length === 0 && (
        <EmptyState
          title={t('nothing')}
          actions={
            <LinkButton href={scheduleHref(slug, { day: null, track: null }, locale)}>{t('showAll')}</LinkButton>
          }
        >
          {t('nothingHint')}
        </EmptyState>
      )}
      <TakeAlong slug={slug} locale={locale} />
    </div>
  )
}

/** A day without what was not chosen. Who chose a track is not shown breaks. */
function narrowed(day: ListedDay, { day: date, track }: Chosen): ListedDay {
  if (date !== null && date !== day.date) return { ...day, rooms: [] }
  if (track === null) return day
  const rooms = day.rooms.map(({ room, listings }) => ({
    room,
    listings: listings.filter(({ slot }) => slot.session.track === track),
  }))
  return { ...day, rooms: rooms.filter(({ listings }) => listings.length > 0) }
}
