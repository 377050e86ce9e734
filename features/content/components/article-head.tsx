import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/page-header'
import { Breadcrumb } from '@/features/content/components/breadcrumb'
import type { ArticlePage } from '../queries/articles'
import { localized } from '../schema/kinds'
import { Byline } from './byline'
import type { Drawing } from './drawing'

export async function ArticleHead({ article, drawing }: { article: ArticlePage; drawing: Drawing }) {
  const { locale, words } = drawing
  const [blog, site] = await Promise.all([
    getTranslations({ locale, namespace: 'blog' }),
    getTranslations({ locale, namespace: 'site' }),
  ])
  return (
    <PageHeader
      breadcrumb={
        <Breadcrumb label={site('breadcrumb')} items={[{ href: localized('/blog', locale), label: blog('title') }]} />
      }
      kicker={article.seriesName ?? blog(`category.${article.category}`)}
      title={article.title}
      lede={article.summary}
      meta={<Byline article={article} locale={locale} words={words} />}
    />
  )
}
