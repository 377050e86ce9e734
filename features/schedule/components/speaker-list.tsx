import { getTranslations } from 'next-intl/server'
import { Avatar } from '@/components/avatar'
import { photoSrc } from '@/features/people/schema/photo'
import { localized } from '@/lib/i18n/addresses'
import type { Locale } from '@/lib/i18n/routing'
import type { Programme } from '../formats/programme'
import type { ScheduledEvent, ScheduledSpeaker } from '../schema'
import styles from './speaker-list.module.css'

export interface Speaking {
  speaker: ScheduledSpeaker
  sessions: { code: string; title: string }[]
}

/** Everybody who speaks, by name, each with what they give (once, though it is given twice). */
export function speakersOf({ listings }: Programme, locale: Locale): Speaking[] {
  const found = new Map<string, Speaking>()
  for (const { slot, title } of listings) {
    const { code, speakers } = slot.session
    for (const speaker of speakers) {
      const speaking = found.get(speaker.personId) ?? { speaker, sessions: [] }
      const isNew = code !== null && !speaking.sessions.some((session) => session.code === code)
      found.set(speaker.personId, isNew ? { speaker, sessions: [...speaking.sessions, { code, title }] } : speaking)
    }
  }
  const { compare } = new Intl.Collator(locale)
  return [...found.values()].sort((a, b) => compare(a.speaker.name, b.speaker.name))
}

export async function SpeakerList({
  event,
  speakers,
  locale,
}: {
  event: ScheduledEvent
  speakers: Speaking[]
  locale: Locale
}) {
  const t = await getTranslations({ locale, namespace: 'schedule' })
  return (
    <ul className={`columns ${styles.list}`} aria-label={t('speakers')}>
      {speakers.map(({ speaker, sessions }) => (
        <li key={speaker.personId} className={styles.person}>
          <Avatar name={speaker.name} src={photoSrc(speaker.photo ?? null, 56)} size={56} />
          <div>
            <p className={styles.name}>
              <a href={localized(`/people/${speaker.slug}`, locale)}>{speaker.name}</a>
            </p>
            {speaker.affiliation && <p className="muted small">{speaker.affiliation}</p>}
            <ul className={styles.sessions}>
              {sessions.map(({ code, title }) => (
                <li key={code}>
                  <a href={localized(`/events/${event.slug}/sessions/${code}`, locale)}>{title}</a>
                </li>
              ))}
            </ul>
          </div>
        </li>
      ))}
    </ul>
  )
}
