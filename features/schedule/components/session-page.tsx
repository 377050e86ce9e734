import { getTranslations } from 'next-intl/server'
import { Avatar } from '@/components/avatar'
import { LinkButton } from '@/components/button'
import { Facts } from '@/components/facts'
import { PageHeader, SectionHead } from '@/components/page-header'
import { PlainProse } from '@/components/plain-prose'
import { AnswerList } from '@/features/calls/components/answer-list'
import type { AnswerLine } from '@/features/calls/rules/visible'
import { Breadcrumb } from '@/features/content/components/breadcrumb'
import { photoSrc } from '@/features/people/schema/photo'
import { localized } from '@/lib/i18n/addresses'
import type { Locale } from '@/lib/i18n/routing'
import { formatRange } from '@/lib/time-words'
import type { Listing } from '../formats/programme'
import type { ScheduledEvent } from '../schema'
import styles from './session-page.module.css'

/** `given`: every slot of this session, the first one first. */
interface Props {
  event: ScheduledEvent
  listing: Listing
  given: Listing[]
  /** What its speakers answered that is for all. */
  answers: AnswerLine[]
  /** Slides and whatever else its speakers show to all. */
  files: { id: string; title: string; href: string }[]
  locale: Locale
}

/** A session in full: what, when, where, by whom. */
export async function SessionPage({ event, listing, given, answers, files, locale }: Props) {
  const t = await getTranslations({ locale, namespace: 'schedule' })
  const events = await getTranslations({ locale, namespace: 'events' })
  const { session } = listing.slot
  const path = (rest: string) => localized(`/events/${event.slug}${rest}`, locale)
  const names = new Intl.DisplayNames([locale], { type: 'language' })
  const notStated = <span className="muted">{t('notStated')}</span>
  return (
    <div className={`wrap ${styles.page}`} lang={session.language === locale ? undefined : session.language}>
      <PageHeader
        breadcrumb={
          <Breadcrumb
            label={events('breadcrumb')}
            items={[
              { label: event.name, href: path('') },
              { label: t('backToSchedule'), href: path('/schedule') },
            ]}
          />
        }
        kicker={session.format?.name}
        title={listing.title}
        meta={<When event={event} given={given} locale={locale} />}
      />
      <div className={`with-aside ${styles.body}`}>
        <div className={styles.main}>
          <PlainProse text={session.abstract} />
          <AnswerList answers={answers} file={t('answerFile')} />
          {files.length > 0 && (
            <section>
              <SectionHead title={t('slides')} />
              <ul className="plain-list">
                {files.map(({ id, title, href }) => (
                  <li key={id}>
                    <a href={href} rel="nofollow ugc noopener">
                      {title}
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {session.speakers.length > 0 && (
            <section>
              <SectionHead title={t('who')} />
              <ul className={styles.people}>
                {session.speakers.map(({ personId, slug, name, affiliation, bio, photo }) => (
                  <li key={personId} className={styles.person}>
                    <Avatar name={name} src={photoSrc(photo ?? null, 56)} size={56} />
                    <div>
                      <p className={styles.name}>
                        <a href={localized(`/people/${slug}`, locale)}>{name}</a>
                      </p>
                      {affiliation && <p className="muted small">{affiliation}</p>}
                      {bio && <p className={styles.bio}>{bio}</p>}
                    </div>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
        <aside className={styles.aside} lang={locale}>
          <Facts
            stacked
            facts={[
              { term: t('room'), says: listing.room.name },
              { term: t('track'), says: listing.track ?? notStated },
              { term: t('level'), says: session.level ?? notStated },
              { term: t('language'), says: names.of(session.language) },
            ]}
          />
          <div data-screen-only="">
            <LinkButton href={`/events/${event.slug}/sessions/${session.code}/session.ics`}>
              {t('calendarOne')}
            </LinkButton>
          </div>
        </aside>
      </div>
    </div>
  )
}

async function When({ event, given, locale }: Pick<Props, 'event' | 'given' | 'locale'>) {
  const events = await getTranslations({ locale, namespace: 'events' })
  const label = events('call.yours', { time: '{time}' })
  return (
    <zone-switch class={styles.when} locale={locale} zone={event.timeZone}>
      {given.map(({ slot, startsAt, endsAt, room }) => (
        <div key={slot.number} lang={locale}>
          <time dateTime={startsAt.toISOString()}>{formatRange(startsAt, endsAt, event.timeZone, locale)}</time>
          {given.length > 1 && `, ${room.name}`}
          <p data-own data-label={label} hidden>
            {label}
          </p>
        </div>
      ))}
    </zone-switch>
  )
}
