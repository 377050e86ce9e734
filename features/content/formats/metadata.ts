import type { Metadata } from 'next'
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
  article?: { published: string | null; authors: string[]; tags: string[] }
}

/** What a document says of itself in its head. */
export function metadataOf({
  locale,
  path,
  title,
  description,
  languages = {},
  unlisted = false,
  article,
}: PageFacts): Metadata {
  const canonical = localized(path, locale)
  const others = Object.entries(languages).map(([language, there]) => [language, localized(there, language)])
  const words = { title, ...(description ? { description } : {}) }
  return {
    ...words,
    ...(unlisted ? { robots: 'noindex' } : {}),
    alternates: { canonical, ...(others.length > 1 ? { languages: Object.fromEntries(others) } : {}) },
    openGraph: {
      ...words,
      url: canonical,
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
  }
}

/** Both languages, for pages that are drawn from data and exist in each. */
export function inBoth(path: string): Record<string, string> {
  return { en: path, zh: path }
}
