import { type ListedDay, type Listing, programmeOf } from '@/features/schedule/formats/programme'
import type { ReleasedSchedule } from '@/features/schedule/schema'
import { wallClock } from '@/lib/time'
import { formatDate, formatPlainDate } from '@/lib/time-words'
import { localized } from '../schema/kinds'
import callStyles from './call-notice.module.css'
import type { Drawing } from './drawing'
import styles from './schedule-notice.module.css'

/** The programme of an event as it was last released, day by day; before that, that there is none yet. */
export function ScheduleNotice({ event: slug, drawing }: { event: string; drawing: Drawing }) {
  const { live, parts, calls, locale } = drawing
  const schedule = live.schedules.get(slug)
  const event = live.calls.get(slug)
  const name = schedule?.event.name ?? event?.name
  return (
    <div className={callStyles.call}>
      <p className={callStyles.kicker}>{parts('programme')}</p>
      <p className={callStyles.name}>{name ?? calls('missing')}</p>
      {schedule ? (
        <Days schedule={schedule} drawing={drawing} />
      ) : (
        event && (
          <>
            <p>{parts('noProgramme')}</p>
            <p className={callStyles.way}>
              <a href={localized(`/events/${slug}`, locale)}>{calls('event')}</a>
            </p>
          </>
        )
      )}
    </div>
  )
}

function Days({ schedule, drawing }: { schedule: ReleasedSchedule; drawing: Drawing }) {
  const { parts, locale } = drawing
  const { event, release } = schedule
  const days = programmeOf(schedule)
    .days.map((day) => ({ day, listings: inOrder(day) }))
    .filter(({ listings }) => listings.length > 0)
  const language = locale === 'zh' ? 'zh' : 'en'
  const date = formatDate(new Date(release.releasedAt), event.timeZone, language)
  return (
    <>
      <p>{parts('release', { name: release.name, date })}</p>
      {days.map(({ day, listings }) => (
        <details key={day.date} className={styles.day} open={days.length === 1 && listings.length <= 12}>
          <summary>
            {formatPlainDate(day.date, language)}
            <span className={styles.count}> {parts('sessions', { count: listings.length })}</span>
          </summary>
          <ol className={styles.list}>
            {listings.map((listing) => (
              <Line key={listing.slot.number} listing={listing} schedule={schedule} locale={locale} />
            ))}
          </ol>
        </details>
      ))}
      <p className={callStyles.way}>
        <a href={localized(`/events/${event.slug}/schedule`, locale)}>{parts('wholeProgramme')}</a>
      </p>
    </>
  )
}

function Line({ listing, schedule, locale }: { listing: Listing; schedule: ReleasedSchedule; locale: string }) {
  const { event } = schedule
  const { code, language } = listing.slot.session
  return (
    <li>
      <time dateTime={listing.startsAt.toISOString()}>{wallClock(listing.startsAt, event.timeZone).slice(11, 16)}</time>
      <span>
        <span lang={language === locale ? undefined : language}>
          {code === null ? (
            listing.title
          ) : (
            <a href={localized(`/events/${event.slug}/sessions/${code}`, locale)}>{listing.title}</a>
          )}
        </span>{' '}
        <span className={styles.room}>{listing.room.name}</span>
      </span>
    </li>
  )
}

function inOrder({ rooms }: ListedDay): Listing[] {
  return rooms.flatMap(({ listings }) => listings).sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
}
