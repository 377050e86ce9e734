import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { connection } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { Breadcrumb } from '@/components/breadcrumb'
import { PageHeader } from '@/components/page-header'
import { ArticleList } from '@/features/content/components/article-list'
import { PageLinks } from '@/features/content/components/page-links'
import { SitePage } from '@/features/content/components/site-page'
import { YearList } from '@/features/content/components/year-list'
import { metadataOf } from '@/features/content/formats/metadata'
import { listYearLanguages } from '@/features/content/queries/archive'
import { listArticles } from '@/features/content/queries/articles'
import { pageNumber, yearNamed } from '@/features/content/rules'
import { localized } from '@/features/content/schema/kinds'

type Props = {
  params: Promise<{ locale: string; year: string }>
  searchParams: Promise<{ page?: string | string[] }>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale, year: named } = await params
  const year = yearNamed(named)
  if (!year) return {}
  const [t, languages] = await Promise.all([getTranslations({ locale, namespace: 'blog' }), listYearLanguages(year)])
  const page = pageNumber((await searchParams).page)
  return metadataOf({ locale, path: `/blog/archive/${year}`, title: t('yearTitle', { year }), languages, page })
}

export default async function ArchivePage({ params, searchParams }: Props) {
  const { locale, year: named } = await params
  await connection()
  const year = yearNamed(named)
  if (!year) notFound()
  const page = pageNumber((await searchParams).page)
  const { items, total, pages } = await listArticles({ locales: [locale], year }, page)
  if (total === 0 || page > pages) notFound()
  const [t, languages] = await Promise.all([getTranslations({ locale, namespace: 'blog' }), listYearLanguages(year)])
  const path = `/blog/archive/${year}`
  return (
    <SitePage locale={locale} path={path} translations={languages}>
      <div className="wrap">
        <PageHeader
          breadcrumb={<Breadcrumb items={[{ href: localized('/blog', locale), label: t('title') }]} />}
          kicker={t('archive')}
          title={t('yearTitle', { year })}
          lede={t('tagLede', { count: total })}
        />
        <ArticleList articles={items} locale={locale} />
        <PageLinks path={path} page={page} pages={pages} locale={locale} />
        <YearList locale={locale} current={year} />
      </div>
    </SitePage>
  )
}
