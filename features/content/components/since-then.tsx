import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { MaturityShape } from '@/components/maturity-badge'
import { Timeline } from '@/components/timeline'
import { formatDays, formatPlainDate, type Locale } from '@/lib/time-words'
import type { ArticlePage } from '../queries/articles'
import type { Series } from '../queries/series'
import { listSince } from '../queries/since'
import type { Since } from '../rules/since'
import { localized } from '../schema/kinds'
import { ArticleLink } from './article-link'
import styles from './since-then.module.css'

type Props = { article: ArticlePage; series: Series | null; locale: string }
type Words = Awaited<ReturnType<typeof getTranslations<'article.since'>>>

/** What has changed since for what this article speaks of; nothing where nothing has. */
export async function SinceThen({ article, series, locale }: Props) {
  const [changes, t] = await Promise.all([
    listSince(article, series, new Date()),
    getTranslations({ locale, namespace: 'article.since' }),
  ])
  if (changes.length === 0) return null
  const language = locale === 'zh' ? 'zh' : 'en'
  return (
    <aside aria-labelledby="since-then" className="stack">
      <h2 id="since-then" className={styles.title}>
        {t('title')}
      </h2>
      <Timeline
        moments={changes.map((change) => ({
          date: change.on
            ? formatPlainDate(change.on, language)
            : t(change.kind === 'affiliation' ? 'today' : 'undated'),
          dateTime: change.on ?? undefined,
          ...wordsOf(change, t, language),
        }))}
      />
    </aside>
  )
}

function wordsOf(change: Since, t: Words, locale: Locale): { title: ReactNode; body?: ReactNode; mark?: ReactNode } {
  const page = (path: string, name: string) => <a href={localized(path, locale)}>{name}</a>
  switch (change.kind) {
    case 'level':
      return {
        title: (
          <>
            {page(`/projects/${change.project.slug}`, change.project.name)} {t(`level.${change.now}`)}
          </>
        ),
        body: (
          <>
            <p>{t(`then.${change.before ?? 'none'}`)}</p>
            {change.article && (
              <p>
                <ArticleLink to={change.article} locale={locale} />
              </p>
            )}
          </>
        ),
        mark: <MaturityShape level={change.now} />,
      }
    case 'call-closed':
      return {
        title: t.rich('callClosed', { event: () => page(`/events/${change.event.slug}`, change.event.name) }),
        body: change.isReleased && page(`/events/${change.event.slug}/schedule`, t('programme')),
      }
    case 'event-over':
      return {
        title: t.rich('eventOver', { event: () => page(`/events/${change.event.slug}`, change.event.name) }),
        body: (
          <>
            {change.firstDay !== change.lastDay && <p>{formatDays(change.firstDay, change.lastDay, locale)}</p>}
            {change.isReleased && <p>{page(`/events/${change.event.slug}/schedule`, t('programme'))}</p>}
          </>
        ),
      }
    case 'series':
      return {
        title: t('series'),
        body: (
          <>
            <ArticleLink to={change.latest} locale={locale} /> {change.more > 0 && t('more', { count: change.more })}
          </>
        ),
      }
    case 'case-study':
      return {
        title: t.rich('caseStudy', {
          organization: () => page(`/organizations/${change.organization.slug}`, change.organization.name),
        }),
        body: (
          <a href={localized(`/case-studies/${change.study.slug}`, change.study.locale)} lang={change.study.locale}>
            {change.study.title}
          </a>
        ),
      }
    case 'affiliation':
      return {
        title: t.rich('affiliation', {
          author: () => page(`/people/${change.author.slug}`, change.author.name),
          now: change.now,
        }),
        body: t('affiliationThen', { before: change.before }),
      }
  }
}
