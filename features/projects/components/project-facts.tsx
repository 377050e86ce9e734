import { getTranslations } from 'next-intl/server'
import { MaturityShape } from '@/components/maturity-badge'
import { Timeline } from '@/components/timeline'
import { localized } from '@/features/content/schema/kinds'
import { formatPlainDate } from '@/lib/time-words'
import type { ProjectPage } from '../queries'
import styles from './project-facts.module.css'

/** A project's dated log, who stood up for it and where it began. */
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
          moments={project.moves.map(({ level, on, article }, index) => ({
            date: formatPlainDate(on, locale === 'zh' ? 'zh' : 'en'),
            dateTime: on,
            mark: <MaturityShape level={level} />,
            title: t(index === 0 ? 'entered' : 'moved', { level: words(level).toLocaleLowerCase() }),
            body: article && (
              <a href={`/blog/${article.slug}`} hrefLang={locale === 'en' ? undefined : 'en'} title={article.title}>
                {t('announced')}
              </a>
            ),
          }))}
        />
      </section>
      {project.sponsors.length > 0 && (
        <section aria-labelledby="sponsors">
          <h2 id="sponsors">{t('sponsors')}</h2>
          <ul>
            {project.sponsors.map(({ slug, name }) => (
              <li key={slug}>
                <a href={localized(`/people/${slug}`, locale)}>{name}</a>
              </li>
            ))}
          </ul>
          <p className={styles.note}>{t('sponsorsNote')}</p>
        </section>
      )}
      {project.origin && (
        <section aria-labelledby="origin">
          <h2 id="origin">{t('origin')}</h2>
          <a href={localized(`/organizations/${project.origin.slug}`, locale)}>{project.origin.name}</a>
        </section>
      )}
    </aside>
  )
}
