import { toString as textOf } from 'mdast-util-to-string'
import type {
  Article,
  BlogPosting,
  BreadcrumbList,
  FAQPage,
  Organization,
  Person,
  VideoObject,
  WebSite,
} from 'schema-dts'
import { cardImage } from '@/lib/social-card'
import { localized } from '../schema/kinds'
import type { Block, Tree } from '../schema/tree'
import { languageTag } from './article-item'
import { portable } from './portable'
import type { Journey } from './portable-line'
import { textHtml } from './text-html'

interface Named {
  slug: string
  name: string
}

/** The site as its texts name it; `origin` is its own address. */
export interface Publisher {
  name: string
  /** Path of the logo. */
  logo: string
  origin: string
}

interface Posting {
  slug: string
  locale: string
  title: string
  summary: string
  date: string | null
  minutes: number
  tags: string[]
  authors: (Named & { affiliation: Named | null })[]
  projects: Named[]
  corrections?: { on: string; text: string }[]
  originallyPublished: { by: string; url?: string | undefined } | null
}

/** An article; what is not stated is left out. */
export function blogPosting(article: Posting, publisher: Publisher): BlogPosting {
  const { locale, slug, corrections = [], originallyPublished } = article
  const { origin } = publisher
  const address = (path: string) => origin + localized(path, locale)
  const changed = corrections.at(-1)?.on ?? article.date
  return {
    '@type': 'BlogPosting',
    '@id': address(`/blog/${slug}`),
    headline: article.title,
    description: article.summary,
    inLanguage: languageTag(locale),
    url: address(`/blog/${slug}`),
    mainEntityOfPage: address(`/blog/${slug}`),
    image: origin + cardImage({ kind: 'article', slug }, locale).url,
    ...(article.date ? { datePublished: article.date } : {}),
    ...(article.date && changed ? { dateModified: changed } : {}),
    ...(corrections.length > 0
      ? {
          correction: corrections.map(({ on, text }) => ({
            '@type': 'CorrectionComment' as const,
            datePublished: on,
            text,
          })),
        }
      : {}),
    timeRequired: `PT${article.minutes}M`,
    keywords: article.tags,
    author: authorsOf(article, address),
    ...(article.projects.length > 0
      ? {
          about: article.projects.map(({ slug: project, name }) => ({
            '@type': 'SoftwareSourceCode' as const,
            name,
            url: address(`/projects/${project}`),
          })),
        }
      : {}),
    encoding: { '@type': 'MediaObject', encodingFormat: 'text/markdown', contentUrl: `${address(`/blog/${slug}`)}.md` },
    ...(originallyPublished?.url ? { isBasedOn: originallyPublished.url } : {}),
    publisher: organizationOf(publisher),
  }
}

function authorsOf({ authors }: Posting, address: (path: string) => string): Person[] {
  return authors.map(({ slug, name, affiliation }) => ({
    '@type': 'Person',
    name,
    url: address(`/people/${slug}`),
    ...(affiliation
      ? {
          affiliation: {
            '@type': 'Organization',
            name: affiliation.name,
            url: address(`/organizations/${affiliation.slug}`),
          },
        }
      : {}),
  }))
}

interface Study {
  slug: string
  locale: string
  title: string
  summary: string
  date: string | null
  organization: Named | null
  projects: Named[]
}

/** A case study: an article of the foundation about an organisation. */
export function caseStudyArticle(study: Study, publisher: Publisher): Article {
  const { slug, locale, organization } = study
  const address = (path: string) => publisher.origin + localized(path, locale)
  return {
    '@type': 'Article',
    headline: study.title,
    description: study.summary,
    inLanguage: languageTag(locale),
    url: address(`/case-studies/${slug}`),
    mainEntityOfPage: address(`/case-studies/${slug}`),
    image: publisher.origin + cardImage({ kind: 'case-study', slug }, locale).url,
    ...(study.date ? { datePublished: study.date } : {}),
    author: organizationOf(publisher),
    about: [
      ...(organization
        ? [
            {
              '@type': 'Organization' as const,
              name: organization.name,
              url: address(`/organizations/${organization.slug}`),
            },
          ]
        : []),
      ...study.projects.map(({ slug: project, name }) => ({
        '@type': 'SoftwareSourceCode' as const,
        name,
        url: address(`/projects/${project}`),
      })),
    ],
    publisher: organizationOf(publisher),
  }
}

function organizationOf({ name, logo, origin }: Publisher): Exclude<Organization, string> {
  return { '@type': 'Organization', '@id': `${origin}/#organization`, name, url: origin, logo: origin + logo }
}

/** The site itself, with its search. */
export function webSite(publisher: Publisher & { description: string; email: string }, locale: string): WebSite {
  const { origin, name, logo, description, email } = publisher
  return {
    '@type': 'WebSite',
    name,
    description,
    url: origin + localized('/', locale),
    inLanguage: languageTag(locale),
    publisher: {
      '@type': 'Organization',
      '@id': `${origin}/#organization`,
      name,
      url: origin,
      logo: origin + logo,
      email,
    },
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${origin}${localized('/search', locale)}?q={search_term_string}` },
      // The name of a required input, as Google documents it; schema.org’s own types do not know it.
      ...{ 'query-input': 'required name=search_term_string' },
    },
  }
}

/** The way to a page, from the front: at least two steps, or null. */
export function breadcrumbList(steps: { label: string; href: string }[], origin: string): BreadcrumbList | null {
  if (steps.length < 2) return null
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ label, href }, at) => ({
      '@type': 'ListItem',
      position: at + 1,
      name: label,
      item: origin + href,
    })),
  }
}

/** The questions of an interview with what was answered, up to the next question or heading; null without any. */
export function faqPage(tree: Tree, journey: Omit<Journey, 'notes'>): FAQPage | null {
  const pairs: { question: Block[]; answer: Block[] }[] = []
  for (const block of tree) {
    if (block.is === 'question') pairs.push({ question: block.of, answer: [] })
    else if (block.is === 'heading' || block.is === 'notes') pairs.push({ question: [], answer: [] })
    else pairs.at(-1)?.answer.push(block)
  }
  const asked = pairs
    .filter(({ question, answer }) => question.length > 0 && answer.length > 0)
    .map(({ question, answer }) => ({
      '@type': 'Question' as const,
      name: textOf(portable(question, { ...journey, notes: 'links' })),
      acceptedAnswer: { '@type': 'Answer' as const, text: textHtml(answer, journey) },
    }))
  return asked.length > 0 ? { '@type': 'FAQPage', mainEntity: asked } : null
}

interface Showing {
  tree: Tree
  slug: string
  locale: string
  summary: string
  date: string | null
}

/** The films of an article. Search engines want a day for each: without that of the article there are none. */
export function videoObjects({ tree, slug, locale, summary, date }: Showing, origin: string): VideoObject[] {
  if (date === null) return []
  return videosIn(tree).map(({ title, from, poster }) => ({
    '@type': 'VideoObject',
    name: title,
    description: summary,
    thumbnailUrl: origin + (poster?.src ?? cardImage({ kind: 'article', slug }, locale).url),
    uploadDate: date,
    ...('youtube' in from
      ? { embedUrl: `https://www.youtube-nocookie.com/embed/${from.youtube}` }
      : { contentUrl: origin + from.file }),
  }))
}

function videosIn(tree: Tree): Extract<Block, { is: 'video' }>[] {
  return tree.flatMap((block) => {
    if (block.is === 'video') return [block]
    if (block.is === 'tabs') return block.tabs.flatMap(({ of }) => videosIn(of))
    if (block.is === 'list') return block.items.flatMap(({ of }) => videosIn(of))
    return block.is === 'quote' || block.is === 'callout' || block.is === 'answer' ? videosIn(block.of) : []
  })
}
