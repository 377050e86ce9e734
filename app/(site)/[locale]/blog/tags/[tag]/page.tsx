import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { connection } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/page-header'
import { ArticleList } from '@/features/content/components/article-list'
import { Breadcrumb } from '@/features/content/components/breadcrumb'
import { PageLinks } from '@/features/content/components/page-links'
import { SitePage } from '@/features/content/components/site-page'
import { TagCloud } from '@/features/content/components/tag-cloud'
import { metadataOf } from '@/features/content/formats/metadata'
import { listArticles, listTagLanguages } from '@/features/content/queries/articles'
import { pageNumber } from '@/features/content/rules'
import { localized } from '@/features/content/schema/kinds'

type Props = {
  params: Promise<{ locale: string; tag: string }>
  searchParams: Promise<{ page?: string | string[] }>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale, tag } = await params
  const page = pageNumber((await searchParams).page)
  const languages = await listTagLanguages(tag)
  const path = `/blog/tags/${tag}`
  return metadataOf({ locale, path, title: `#${tag}`, languages, page, feed: path })
}

export default async function TagPage({ params, searchParams }: Props) {
  const { locale, tag } = await params
  await connection()
  const page = pageNumber((await searchParams).page)
  const { items, total, pages } = await listArticles({ locales: [locale], tag }, page)
  if (total === 0 || page > pages) notFound()
  const [t, languages] = await Promise.all([getTranslations({ locale, namespace: 'blog' }), listTagLanguages(tag)])
  const path = `/blog/tags/${tag}`
  return (
    <SitePage locale={locale} path={path} translations={languages}>
      <div className="wrap">
        <PageHeader
          breadcrumb={<Breadcrumb items={[{ href: localized('/blog', locale), label: t('title') }]} />}
          kicker={t('tag')}
          title={`#${tag}`}
          lede={t('tagLede', { count: total })}
        />
        <ArticleList articles={items} locale={locale} />
        <PageLinks path={path} page={page} pages={pages} locale={locale} />
        <TagCloud locale={locale} current={tag} />
      </div>
    </SitePage>
  )
}
