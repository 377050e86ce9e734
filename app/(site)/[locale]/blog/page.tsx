import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { connection } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/page-header'
import { ArticleList } from '@/features/content/components/article-list'
import { CategoryTabs } from '@/features/content/components/category-tabs'
import { PageLinks } from '@/features/content/components/page-links'
import { Section } from '@/features/content/components/section'
import { SitePage } from '@/features/content/components/site-page'
import { TagCloud } from '@/features/content/components/tag-cloud'
import { YearList } from '@/features/content/components/year-list'
import { inBoth, metadataOf } from '@/features/content/formats/metadata'
import { listCategoryLanguages } from '@/features/content/queries/archive'
import { listArticles, listUntranslated } from '@/features/content/queries/articles'
import { categoryNamed, pageNumber } from '@/features/content/rules'

type Query = { page?: string | string[]; category?: string | string[] }
type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Query> }

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ locale }, query] = await Promise.all([params, searchParams])
  const t = await getTranslations({ locale, namespace: 'blog' })
  const { category, path, languages } = await listNamed(query)
  const title = category ? t(`category.${category}`) : t('title')
  return metadataOf({ locale, path, title, description: t('lede'), languages, page: pageNumber(query.page) })
}

export default async function BlogPage({ params, searchParams }: Props) {
  const [{ locale }, query] = await Promise.all([params, searchParams])
  await connection()
  const page = pageNumber(query.page)
  const { category, path, languages } = await listNamed(query)
  const isWhole = category === null
  const { items, total, pages } = await listArticles({ locales: [locale], category }, page, { pinnedFirst: isWhole })
  if (page > pages || (category && total === 0)) notFound()
  const [t, untranslated] = await Promise.all([
    getTranslations({ locale, namespace: 'blog' }),
    locale === 'en' || !isWhole || page < pages ? [] : listUntranslated(locale, 20),
  ])
  return (
    <SitePage locale={locale} path="/blog" translations={languages}>
      <div className="wrap">
        <PageHeader title={t('title')} lede={t('lede')} />
        <CategoryTabs locale={locale} current={category} />
        <ArticleList articles={items} locale={locale} showsPinned={isWhole} />
        <PageLinks path={path} page={page} pages={pages} locale={locale} />
        {untranslated.length > 0 && (
          <Section id="untranslated" title={t('untranslated')}>
            <ArticleList articles={untranslated} locale={locale} heading="h3" />
          </Section>
        )}
        <YearList locale={locale} />
        <TagCloud locale={locale} />
      </div>
    </SitePage>
  )
}

/** What of the articles the address asks for: all, or one kind. */
async function listNamed(query: Query) {
  const category = categoryNamed(query.category)
  if (!category) return { category, path: '/blog', languages: inBoth('/blog') }
  return { category, path: `/blog?category=${category}`, languages: await listCategoryLanguages(category) }
}
