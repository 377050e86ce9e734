import { localized } from '@/lib/i18n/addresses'
import type { Locale } from '@/lib/i18n/routing'
import type { Listing } from '../formats/programme'
import type { ScheduledEvent } from '../schema'
import { Clock } from './clock'
import styles from './slot-card.module.css'

type Props = { listing: Listing; event: ScheduledEvent; locale: Locale; isForAll: boolean }

/** One thing in the programme: when, where, what and by whom. */
export function SlotCard({ listing, event, locale, isForAll }: Props) {
  const { slot, title, startsAt, endsAt, room, track, persons } = listing
  const { code, format, language } = slot.session
  const color = event.tracks.find(({ slug }) => slug === slot.session.track)?.color
  const isBreak = code === null
  return (
    <article
      className={styles.card}
      data-break={isBreak || undefined}
      data-all={isForAll || undefined}
      style={{ '--track': color ?? undefined }}
    >
      <p className={styles.when}>
        <span>
          <Clock at={startsAt} timeZone={event.timeZone} />–<Clock at={endsAt} timeZone={event.timeZone} />
        </span>
        {!isForAll && <span className={styles.room}>{room.name}</span>}
      </p>
      <h3 className={styles.title} lang={language === locale ? undefined : language}>
        {isBreak ? title : <a href={localized(`/events/${event.slug}/sessions/${code}`, locale)}>{title}</a>}
      </h3>
      {persons.length > 0 && (
        <p className={styles.people}>
          {slot.session.speakers.map((speaker, index) => (
            <span key={speaker.personId}>
              {index > 0 && ', '}
              <a href={localized(`/people/${speaker.slug}`, locale)}>{speaker.name}</a>
            </span>
          ))}
        </p>
      )}
      {(track || format) && (
        <p className={styles.kind}>
          {track && <span className={styles.track}>{track}</span>}
          {format && <span>{format.name}</span>}
        </p>
      )}
    </article>
  )
}
