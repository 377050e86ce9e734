import { localized } from '../schema/kinds'

interface Posting {
  slug: string
  locale: string
  title: string
  summary: string
  date: string | null
  minutes: number
  tags: string[]
  authors: { slug: string; name: string }[]
}

/** An article as schema.org's BlogPosting; what is not stated is left out. `origin` is the site's own address. */
export function blogPosting(article: Posting, origin: string, publisher: string): Record<string, unknown> {
  const address = (path: string) => origin + localized(path, article.locale)
  return {
    '@context': 'https://schema.org',
    '@type': 'BlogPosting',
    headline: article.title,
    description: article.summary,
    inLanguage: article.locale === 'zh' ? 'zh-CN' : 'en',
    url: address(`/blog/${article.slug}`),
    mainEntityOfPage: address(`/blog/${article.slug}`),
    ...(article.date ? { datePublished: article.date } : {}),
    timeRequired: `PT${article.minutes}M`,
    keywords: article.tags,
    author: article.authors.map(({ slug, name }) => ({ '@type': 'Person', name, url: address(`/people/${slug}`) })),
    publisher: { '@type': 'Organization', name: publisher, url: origin },
  }
}

/** JSON that may stand in a script element: nothing in it can end the element. */
export function scriptJson(data: unknown): string {
  return JSON.stringify(data).replace(/</g, '\\u003c')
}
