import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { connection } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/page-header'
import { ArticleList } from '@/features/content/components/article-list'
import { PageLinks } from '@/features/content/components/page-links'
import { Section } from '@/features/content/components/section'
import { SitePage } from '@/features/content/components/site-page'
import { TagCloud } from '@/features/content/components/tag-cloud'
import { inBoth, metadataOf } from '@/features/content/formats/metadata'
import { listArticles, listUntranslated } from '@/features/content/queries/articles'
import { pageNumber } from '@/features/content/rules'

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<{ page?: string | string[] }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'blog' })
  return metadataOf({ locale, path: '/blog', title: t('title'), description: t('lede'), languages: inBoth('/blog') })
}

export default async function BlogPage({ params, searchParams }: Props) {
  const { locale } = await params
  await connection()
  const page = pageNumber((await searchParams).page)
  const { items, pages } = await listArticles({ locales: [locale] }, page)
  if (page > pages) notFound()
  const [t, untranslated] = await Promise.all([
    getTranslations({ locale, namespace: 'blog' }),
    locale === 'en' || page < pages ? [] : listUntranslated(locale, 20),
  ])
  return (
    <SitePage locale={locale} path="/blog" translations={inBoth('/blog')}>
      <div className="wrap">
        <PageHeader title={t('title')} lede={t('lede')} />
        <ArticleList articles={items} locale={locale} />
        <PageLinks path="/blog" page={page} pages={pages} locale={locale} />
        {untranslated.length > 0 && (
          <Section id="untranslated" title={t('untranslated')}>
            <ArticleList articles={untranslated} locale={locale} heading="h3" />
          </Section>
        )}
        <TagCloud locale={locale} />
      </div>
    </SitePage>
  )
}
