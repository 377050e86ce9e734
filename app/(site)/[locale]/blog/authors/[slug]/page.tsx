import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { connection } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { Avatar } from '@/components/avatar'
import { PageHeader } from '@/components/page-header'
import { ArticleList } from '@/features/content/components/article-list'
import { Breadcrumb } from '@/features/content/components/breadcrumb'
import { PageLinks } from '@/features/content/components/page-links'
import { SitePage } from '@/features/content/components/site-page'
import { inBoth, metadataOf } from '@/features/content/formats/metadata'
import { listArticles } from '@/features/content/queries/articles'
import { pageNumber } from '@/features/content/rules'
import { localized } from '@/features/content/schema/kinds'
import { getAuthor } from '@/features/people/queries'
import { getSlugNow } from '@/features/people/queries/slugs'
import { photoSrc } from '@/features/people/schema/photo'

type Props = {
  params: Promise<{ locale: string; slug: string }>
  searchParams: Promise<{ page?: string | string[] }>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale, slug } = await params
  const author = await getAuthor(slug)
  const page = pageNumber((await searchParams).page)
  const path = `/blog/authors/${slug}`
  const card = { kind: 'person', slug } as const
  if (!author) return {}
  return metadataOf({ locale, path, title: author.name, languages: inBoth(path), page, feed: path, card })
}

export default async function AuthorPage({ params, searchParams }: Props) {
  const { locale, slug } = await params
  await connection()
  const author = await getAuthor(slug)
  const page = pageNumber((await searchParams).page)
  const { items, total, pages } = await listArticles({ locales: [locale, 'en'], author: slug }, page)
  if (!author) {
    const now = await getSlugNow(slug)
    if (now && (await getAuthor(now))) permanentRedirect(localized(`/blog/authors/${now}`, locale))
  }
  if (!author || page > pages) notFound()
  const t = await getTranslations({ locale, namespace: 'blog' })
  const path = `/blog/authors/${slug}`
  return (
    <SitePage locale={locale} path={path} translations={inBoth(path)}>
      <div className="wrap">
        <PageHeader
          breadcrumb={<Breadcrumb items={[{ href: localized('/blog', locale), label: t('title') }]} />}
          kicker={t('author')}
          title={author.name}
          lede={t('authorLede', { count: total })}
          meta={
            <>
              <Avatar name={author.name} src={photoSrc(author.photo, 32)} size={32} />
              <a href={localized(`/people/${slug}`, locale)}>{t('profile', { name: author.name })}</a>
            </>
          }
        />
        <ArticleList articles={items} locale={locale} />
        <PageLinks path={path} page={page} pages={pages} locale={locale} />
      </div>
    </SitePage>
  )
}
