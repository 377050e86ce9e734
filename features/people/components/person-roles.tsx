import { getTranslations } from 'next-intl/server'
import { Section } from '@/features/content/components/section'
import { localized } from '@/features/content/schema/kinds'
import { formatPlainDate } from '@/lib/time-words'
import type { PersonPage } from '../queries'
import styles from './person-roles.module.css'

/** Every role that a person holds here, each with where. */
export async function PersonRoles({ person, locale }: { person: PersonPage; locale: string }) {
  const [t, words] = await Promise.all([
    getTranslations({ locale, namespace: 'people' }),
    getTranslations({ locale, namespace: 'text' }),
  ])
  const maintained = person.projects.filter(({ isMaintainer }) => isMaintainer)
  const events = eventsOf(person)
  if (![maintained, person.sessions, person.texts, person.sponsored].some((held) => held.length > 0)) return null
  return (
    <div className={styles.roles}>
      {maintained.length > 0 && (
        <Section id="maintained" title={t('maintained')}>
          <ul>
            {maintained.map(({ slug, name }) => (
              <li key={slug}>
                <a href={localized(`/projects/${slug}`, locale)}>{name}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {person.sessions.length > 0 && (
        <Section id="sessions" title={t('sessions')}>
          <ul>
            {person.sessions.map(({ code, title, event, eventName }) => (
              <li key={`${event}/${code}`}>
                <a href={localized(`/events/${event}/sessions/${code}`, locale)}>{title}</a>
                <p>{eventName}</p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {events.length > 1 && (
        <Section id="events" title={t('events')}>
          <ul>
            {events.map(({ slug, name, count }) => (
              <li key={slug}>
                <a href={localized(`/events/${slug}`, locale)}>{name}</a>
                <p>{t('talks', { count })}</p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {person.texts.length > 0 && (
        <Section id="texts" title={t('texts')}>
          <ul>
            {person.texts.map((text) => (
              <li key={text.slug}>
                <a
                  href={localized(`/blog/${text.slug}`, text.locale)}
                  {...(text.locale === locale ? {} : { lang: text.locale, hrefLang: text.locale })}
                >
                  {text.title}
                </a>
                <p>
                  {text.roles.map((role) => t(`role.${role}`)).join(locale === 'zh' ? '、' : ', ')}
                  {' · '}
                  {text.date ? formatPlainDate(text.date, locale === 'zh' ? 'zh' : 'en') : words('dateMissing')}
                </p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {person.sponsored.length > 0 && (
        <Section id="sponsored" title={t('sponsored')} aside={t('sponsoredNote')}>
          <ul>
            {person.sponsored.map(({ slug, name }) => (
              <li key={slug}>
                <a href={localized(`/projects/${slug}`, locale)}>{name}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  )
}

/** The events at which somebody speaks, each with how often. */
function eventsOf({ sessions }: PersonPage) {
  const events = new Map<string, { slug: string; name: string; count: number }>()
  for (const { event: slug, eventName: name } of sessions)
    events.set(slug, { slug, name, count: (events.get(slug)?.count ?? 0) + 1 })
  return [...events.values()]
}
