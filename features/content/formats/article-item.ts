import { type FeedItem, tagUri } from '@/lib/feed'
import { cardImage } from '@/lib/social-card'
import { formatPlainDate } from '@/lib/time-words'
import type { Drawing, Words } from '../components/drawing'
import type { Article, KeyFigure } from '../schema/front-matter'
import { localized, pathOf } from '../schema/kinds'
import type { Tree } from '../schema/tree'
import { firstPublished } from './first-published'
import { textHtml } from './text-html'

/** A whole article, as feeds and files carry it. */
export interface FeedText {
  slug: string
  locale: string
  groupSlug: string
  title: string
  summary: string
  tree: Tree
  /** The day that the source states. */
  day: string | null
  /** The moment at which it came out; null where the source states none. */
  published: Date | null
  /** A moment of its own, stated or not, which orders it. */
  ordered: Date
  corrections: { on: string; text: string }[]
  tags: string[]
  figures: KeyFigure[]
  authors: { slug: string; name: string }[]
  byline: string | null
  originallyPublished: Article['originallyPublished'] | null
}

/** An article as an item of a feed: the whole text, with where it first came out and how it was corrected. */
export function articleItem(text: FeedText, drawing: Drawing, words: Words, origin: string): FeedItem {
  const { locale, slug, published, ordered, corrections } = text
  const path = pathOf('article', slug)
  const url = origin + localized(path, locale)
  const changes = corrections.map(({ on }) => new Date(`${on}T12:00:00Z`))
  const moments = [published ?? ordered, ...changes].map((moment) => moment.getTime())
  return {
    id: tagUri(origin, `article/${text.groupSlug}/${locale}`),
    url,
    title: text.title,
    summary: text.summary,
    html: textHtml(wholeTree(text, drawing, words), { drawing, origin, url }),
    authors: writersOf(text).map(({ name, slug: person }) => ({
      name,
      ...(person ? { url: origin + localized(`/people/${person}`, locale) } : {}),
    })),
    published,
    updated: new Date(Math.max(...moments)),
    tags: text.tags,
    image: origin + cardImage({ kind: 'article', slug }, locale).url,
    language: languageTag(locale),
  }
}

/** Who wrote it: the people of its front matter, or those that its byline names in words. */
export function writersOf({
  authors,
  byline,
  originallyPublished,
}: Pick<FeedText, 'authors' | 'byline' | 'originallyPublished'>): {
  name: string
  slug?: string
}[] {
  if (authors.length > 0) return authors
  const name = byline ?? originallyPublished?.by
  return name ? [{ name }] : []
}

/** The text between the notices that stand around it on its page. */
export function wholeTree(
  { tree, byline, originallyPublished, corrections, locale }: FeedText,
  { words: textWords }: Drawing,
  words: Words,
): Tree {
  const first = firstPublished({ originallyPublished, byline }, textWords, locale)
  const source = first?.href ? { is: 'link' as const, href: first.href, of: [first.sentence] } : first?.sentence
  const notices = [byline, source].flatMap((notice) => notice ?? [])
  const day = (on: string) => formatPlainDate(on, locale === 'zh' ? 'zh' : 'en')
  const corrected = corrections.map(({ on, text }) => words('corrected', { date: day(on), text }))
  return [
    ...notices.map((notice) => ({ is: 'paragraph' as const, of: [{ is: 'emphasis' as const, of: [notice] }] })),
    ...tree,
    ...corrected.map((sentence) => ({ is: 'paragraph' as const, of: [{ is: 'emphasis' as const, of: [sentence] }] })),
  ]
}

export function languageTag(locale: string): string {
  return locale === 'zh' ? 'zh-CN' : locale
}
