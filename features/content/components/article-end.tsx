import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/card'
import { SectionHead } from '@/components/page-header'
import type { ArticlePage } from '../queries/articles'
import { listRelated } from '../queries/related'
import { listNeighbours, type Series } from '../queries/series'
import { localized } from '../schema/kinds'
import styles from './article-end.module.css'
import { TextDate } from './article-meta'
import { ArticleSteps } from './article-steps'
import type { Drawing } from './drawing'
import { SeriesParts } from './series-parts'
import { ShareLinks } from './share-links'

type Props = { article: ArticlePage; series: Series | null; drawing: Drawing }

/** What follows a text: what it is about, the series that it belongs to, and what to read on, with the reason. */
export async function ArticleEnd({ article, series, drawing }: Props) {
  const { words, locale } = drawing
  const [related, neighbours, because] = await Promise.all([
    listRelated(article),
    listNeighbours(article, series),
    getTranslations({ locale, namespace: 'article.because' }),
  ])
  return (
    <footer className={styles.end} data-screen-only="">
      <div className={styles.foot}>
        {article.tags.length > 0 && (
          <nav aria-label={words('tags')}>
            <ul className={styles.tags}>
              {article.tags.map((tag) => (
                <li key={tag}>
                  <a href={localized(`/blog/tags/${tag}`, locale)}>{`#${tag}`}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <ShareLinks title={article.title} path={`/blog/${article.slug}`} locale={locale} />
        {series && <SeriesParts article={article} series={series} locale={locale} />}
        <ArticleSteps neighbours={neighbours} locale={locale} />
      </div>
      {related.length > 0 && (
        <section>
          <SectionHead title={words('readOn')} />
          <div className="columns">
            {related.map((other) => (
              <Card
                key={other.slug}
                href={localized(`/blog/${other.slug}`, other.locale)}
                hrefLang={other.locale === locale ? undefined : other.locale}
                kicker={other.because.map(({ kind, name }) => because(kind, { name })).join(' · ')}
                title={other.locale === locale ? other.title : <span lang={other.locale}>{other.title}</span>}
                meta={<TextDate date={other.date} locale={locale} words={words} />}
              />
            ))}
          </div>
        </section>
      )}
    </footer>
  )
}
