import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/page-header'
import { Breadcrumb } from '@/features/content/components/breadcrumb'
import { env } from '@/lib/env'
import type { ArticlePage } from '../queries/articles'
import type { Series } from '../queries/series'
import { localized } from '../schema/kinds'
import styles from './article-head.module.css'
import { ArticleNotices } from './article-notices'
import { Byline } from './byline'
import type { Drawing } from './drawing'

type Props = { article: ArticlePage; series: Series | null; drawing: Drawing }

/** What an article is, whose, and what a reader must know before it. */
export async function ArticleHead({ article, series, drawing }: Props) {
  const { locale, words } = drawing
  const [blog, site] = await Promise.all([
    getTranslations({ locale, namespace: 'blog' }),
    getTranslations({ locale, namespace: 'site' }),
  ])
  return (
    <>
      <PageHeader
        breadcrumb={
          <Breadcrumb label={site('breadcrumb')} items={[{ href: localized('/blog', locale), label: blog('title') }]} />
        }
        kicker={<Kicker article={article} series={series} locale={locale} />}
        title={article.title}
        lede={article.summary}
        meta={<Byline article={article} locale={locale} words={words} />}
      />
      <ArticleNotices article={article} locale={locale} words={words} />
      <p className={`print-only small muted ${styles.address}`}>
        {env().appUrl + localized(`/blog/${article.slug}`, locale)}
      </p>
    </>
  )
}

/** The series, with the place in it, or the kind of article. */
async function Kicker({
  article: { series: own, category },
  series,
  locale,
}: Omit<Props, 'drawing'> & { locale: string }) {
  if (series) {
    const t = await getTranslations({ locale, namespace: 'article.series' })
    const place = series.position ? ` · ${t('part', { position: series.position, count: series.parts.length })}` : ''
    return <a href="#series">{series.name + place}</a>
  }
  if (own) return own.name
  const t = await getTranslations({ locale, namespace: 'blog.category' })
  return <a href={localized(`/blog?category=${category}`, locale)}>{t(category)}</a>
}
