import { getTranslations } from 'next-intl/server'
import { MaturityShape } from '@/components/maturity-badge'
import { Timeline } from '@/components/timeline'
import { localized } from '@/features/content/schema/kinds'
import { formatPlainDate } from '@/lib/time-words'
import type { LoggedMove, ProjectPage } from '../queries'
import styles from './project-facts.module.css'
import { FeedLinks, LinkList, RepositoryList } from './project-links'
import { longDay } from './words'

/** A project's dated log, who stands behind it, and where it is found. */
export async function ProjectFacts({ project, locale }: { project: ProjectPage; locale: string }) {
  const [t, words] = await Promise.all([
    getTranslations({ locale, namespace: 'projects' }),
    getTranslations({ locale, namespace: 'level' }),
  ])
  return (
    <aside className={styles.facts}>
      <section aria-labelledby="maturity">
        <h2 id="maturity">{t('log')}</h2>
        <Timeline
          moments={project.moves.map((move, index) => ({
            date: formatPlainDate(move.on, locale === 'zh' ? 'zh' : 'en'),
            dateTime: move.on,
            mark: <MaturityShape level={move.level} />,
            title: t(index === 0 ? 'entered' : 'moved', { level: words(move.level).toLocaleLowerCase() }),
            body: <MoveNotes move={move} locale={locale} />,
          }))}
        />
      </section>
      <People id="sponsors" title={t('sponsors')} people={project.sponsors} note={t('sponsorsNote')} locale={locale} />
      <People id="maintainers" title={t('maintainers')} people={project.maintainers} locale={locale} />
      {project.origin && (
        <section aria-labelledby="origin">
          <h2 id="origin">{t('origin')}</h2>
          <a href={localized(`/organizations/${project.origin.slug}`, locale)}>{project.origin.name}</a>
        </section>
      )}
      <RepositoryList repositories={project.details.repositories} locale={locale} />
      <LinkList links={project.details.links} locale={locale} />
      <FeedLinks project={project} locale={locale} />
    </aside>
  )
}

async function MoveNotes({ move, locale }: { move: LoggedMove; locale: string }) {
  const t = await getTranslations({ locale, namespace: 'projects' })
  const { article, announcement, sponsors, recordedAt, origin } = move
  const elsewhere = announcement?.includes(':') ? announcement : null
  return (
    <>
      {article && (
        <p>
          <a href={`/blog/${article.slug}`} hrefLang={locale === 'en' ? undefined : 'en'} title={article.title}>
            {t('announced')}
          </a>
        </p>
      )}
      {elsewhere && (
        <p>
          <a href={elsewhere}>{t('announced')}</a>
        </p>
      )}
      {sponsors.length > 0 && (
        <p>
          {t('movedBy')} {new Intl.ListFormat(locale).format(sponsors.map(({ name }) => name))}
        </p>
      )}
      <p className={styles.recorded}>{t('recorded', { date: longDay(recordedAt.slice(0, 10), locale), origin })}</p>
    </>
  )
}

interface PeopleProps {
  id: string
  title: string
  people: { slug: string; name: string; affiliation?: string | null }[]
  note?: string
  locale: string
}

function People({ id, title, people, note, locale }: PeopleProps) {
  if (people.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul>
        {people.map(({ slug, name, affiliation }) => (
          <li key={slug}>
            <a href={localized(`/people/${slug}`, locale)}>{name}</a>
            {affiliation && <span className={styles.note}> {affiliation}</span>}
          </li>
        ))}
      </ul>
      {note && <p className={styles.note}>{note}</p>}
    </section>
  )
}
