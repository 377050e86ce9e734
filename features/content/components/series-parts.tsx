import { getTranslations } from 'next-intl/server'
import { SectionHead } from '@/components/page-header'
import type { ArticlePage } from '../queries/articles'
import type { Series } from '../queries/series'
import { ArticleLink } from './article-link'
import styles from './series-parts.module.css'

type Props = { article: ArticlePage; series: Series; locale: string }

/** All parts of the series that an article belongs to, and which of them it is. */
export async function SeriesParts({ article, series: { name, parts, position }, locale }: Props) {
  const t = await getTranslations({ locale, namespace: 'article.series' })
  const place = position ? t('part', { position, count: parts.length }) : t('parts', { count: parts.length })
  return (
    <section aria-labelledby="series">
      <SectionHead id="series" title={name} aside={place} />
      <ol className={styles.parts}>
        {parts.map((part) => (
          <li key={part.groupSlug}>
            {part.groupSlug === article.groupSlug ? (
              <span aria-current="true">{part.title}</span>
            ) : (
              <ArticleLink to={part} locale={locale} />
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
