import type { Metadata } from 'next'
import { FEED_FILES } from '@/lib/feed/files'
import { type Card, cardImage } from '@/lib/social-card'
import { localized } from '../schema/kinds'

export interface PageFacts {
  locale: string
  /** Without the language's prefix. */
  path: string
  title: string
  description?: string
  /** Languages that this page exists in, each with its path without prefix; only these are told to search engines. */
  languages?: Record<string, string>
  /** Found by its address alone: search engines are asked to forget it. */
  unlisted?: boolean
  /** Where it was first published, if elsewhere: that is the address which search engines should show. */
  firstPublishedAt?: string | undefined
  /** Of a list in pages: each is a document of its own, and only the first is the same list in another language. */
  page?: number
  article?: { published: string | null; authors: string[]; tags: string[] }
  /** The page, without the language's prefix, whose own feeds are to be found here; the articles' where there is none. */
  feed?: string
  /** The picture that is shown where the page is shared; the site's own where there is none. */
  card?: Card
}

/** What a document says of itself in its head. */
export function metadataOf({
  locale,
  path,
  title,
  description,
  languages = {},
  unlisted = false,
  firstPublishedAt,
  page = 1,
  article,
  feed,
  card = { kind: 'site', slug: 'front' },
}: PageFacts): Metadata {
  const own = localized(path, locale) + (page > 1 ? `${path.includes('?') ? '&' : '?'}page=${page}` : '')
  const isFirst = page === 1 && firstPublishedAt === undefined
  const others = isFirst ? Object.entries(languages).map(([to, there]) => [to, localized(there, to)]) : []
  const words = { title: page > 1 ? `${title} (${page})` : title, ...(description ? { description } : {}) }
  const images = [{ ...cardImage(card, locale), alt: title }]
  return {
    ...words,
    ...(unlisted ? { robots: 'noindex' } : {}),
    alternates: {
      canonical: firstPublishedAt ?? own,
      types: feedsOf(locale, feed),
      ...(others.length > 1 ? { languages: Object.fromEntries(others) } : {}),
    },
    openGraph: {
      ...words,
      url: own,
      images,
      locale: locale === 'zh' ? 'zh_CN' : 'en_GB',
      ...(article
        ? {
            type: 'article',
            authors: article.authors,
            tags: article.tags,
            ...(article.published ? { publishedTime: article.published } : {}),
          }
        : { type: 'website' }),
    },
    // The rest is read from Open Graph; an empty list keeps the framework from saying it twice.
    twitter: { card: 'summary_large_image', images: [] },
  }
}

/** The feeds that a reader's program finds when it is given the page. */
function feedsOf(locale: string, path = ''): Record<string, { url: string; title: string }[]> {
  const files = Object.entries(FEED_FILES).map(([file, { type, label }]) => {
    const [mime = type] = type.split(';')
    return [mime, [{ url: localized(`${path}/${file}`, locale), title: label }]]
  })
  return Object.fromEntries(files)
}

/** Both languages, for pages that are drawn from data and exist in each. */
export function inBoth(path: string): Record<string, string> {
  return { en: path, zh: path }
}
