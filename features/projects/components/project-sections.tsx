import { getTranslations } from 'next-intl/server'
import { type Column, Table } from '@/components/table'
import { Section } from '@/features/content/components/section'
import { localized } from '@/features/content/schema/kinds'
import { EventCard } from '@/features/events/components/event-card'
import type { EventSummary } from '@/features/events/schema'
import type { ProjectPage } from '../queries'
import type { ProjectTalk } from '../queries/talks'
import type { Audit } from '../schema'
import styles from './project-sections.module.css'
import { longDay } from './words'

/** Who looked into it from outside, and its yearly accounts to the foundation. */
export async function Audits({ project, locale }: { project: ProjectPage; locale: string }) {
  const t = await getTranslations({ locale, namespace: 'projects' })
  const { audits, reviews } = project.details
  const english = locale === 'en' ? undefined : 'en'
  const columns: Column<Audit>[] = [
    { ...{ key: 'date', heads: true, label: t('auditHead.date') }, cell: ({ date }) => longDay(date, locale) },
    {
      key: 'type',
      label: t('auditHead.type'),
      cell: ({ type }) => (t.has(`auditTypes.${type}`) ? t(`auditTypes.${type}`) : <span lang={english}>{type}</span>),
    },
    { key: 'vendor', label: t('auditHead.vendor'), cell: ({ vendor }) => vendor ?? '–' },
    { key: 'url', label: t('auditHead.url'), cell: ({ url }) => (url ? <a href={url}>{t('report')}</a> : '–') },
  ]
  return (
    <>
      {audits.length > 0 && (
        <Section id="audits" title={t('audits')}>
          <Table
            caption={t('audits')}
            captionHidden
            columns={columns}
            rows={audits.toReversed()}
            rowKey={({ date, vendor, type, url }) => `${date} ${vendor} ${type} ${url}`}
          />
        </Section>
      )}
      {reviews.length > 0 && (
        <Section id="reviews" title={t('reviews')}>
          <ul className={styles.plain}>
            {reviews.toReversed().map(({ date, url }) => (
              <li key={date}>{url ? <a href={url}>{longDay(date, locale)}</a> : longDay(date, locale)}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

export async function Talks({ talks, locale }: { talks: ProjectTalk[]; locale: string }) {
  if (talks.length === 0) return null
  const t = await getTranslations({ locale, namespace: 'projects' })
  const list = new Intl.ListFormat(locale)
  return (
    <Section id="talks" title={t('talks')}>
      <ul className={styles.talks}>
        {talks.map(({ code, title, event, eventName, speakers }) => (
          <li key={`${event} ${code}`}>
            <a href={localized(`/events/${event}/sessions/${code}`, locale)}>{title}</a>
            <p>
              {list.format(speakers.map(({ name }) => name))} · {eventName}
            </p>
          </li>
        ))}
      </ul>
      <p className={styles.note}>{t('talksNote')}</p>
    </Section>
  )
}

/** Open calls first: there is something to do about them. */
export async function Calls({ events, now, locale }: { events: EventSummary[]; now: Date; locale: string }) {
  if (events.length === 0) return null
  const t = await getTranslations({ locale, namespace: 'projects' })
  const isOpen = (event: EventSummary) => Number(event.call?.state === 'open')
  const order = events.toSorted((a, b) => isOpen(b) - isOpen(a) || (b.startsOn ?? '').localeCompare(a.startsOn ?? ''))
  return (
    <Section id="calls" title={t('calls')}>
      <div className="columns">
        {order.map((event) => (
          <EventCard key={event.slug} event={event} locale={locale === 'zh' ? 'zh' : 'en'} now={now} size="small" />
        ))}
      </div>
    </Section>
  )
}

/** What the landscape says of a project that has no text of the foundation's own. */
export async function LandscapeText({ project, locale }: { project: ProjectPage; locale: string }) {
  const t = await getTranslations({ locale, namespace: 'projects' })
  const { useCase, tags } = project.details
  return (
    <div className="prose">
      {useCase && <p lang="en">{useCase}</p>}
      {tags.length > 0 && (
        <p className={styles.note}>
          {t('tagsHead')}: <span lang="en">{tags.join(', ')}</span>
        </p>
      )}
      <p className={styles.note}>{t('noText')}</p>
    </div>
  )
}
