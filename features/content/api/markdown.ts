import { getTranslations } from 'next-intl/server'
import { env } from '@/lib/env'
import { prepareDrawing } from '../components/drawing'
import { languageTag, wholeTree, writersOf } from '../formats/article-item'
import { MARKDOWN_TYPE, textMarkdown } from '../formats/text-markdown'
import { getFeedText } from '../queries/feed-texts'
import { localized, pathOf } from '../schema/kinds'

/** One article as a file of Markdown, or 404. */
export async function articleMarkdown(locale: string, slug: string): Promise<Response> {
  const text = await getFeedText(locale, slug)
  if (!text) return new Response('No such article.\n', { status: 404, headers: { 'content-type': 'text/plain' } })
  const origin = env().appUrl
  const url = origin + localized(pathOf('article', slug), locale)
  const [drawing, words] = await Promise.all([
    prepareDrawing(text.tree, { locale, figures: text.figures }),
    getTranslations({ locale, namespace: 'feeds' }),
  ])
  const head = {
    title: text.title,
    summary: text.summary,
    date: text.day,
    authors: writersOf(text).map(({ name }) => name),
    tags: text.tags,
    language: languageTag(locale),
    canonical: text.originallyPublished?.url ?? url,
  }
  const body = textMarkdown(head, wholeTree(text, drawing, words), { drawing, origin, url })
  // The page is what search engines should name.
  const headers = { 'content-type': MARKDOWN_TYPE, 'x-robots-tag': 'noindex', 'access-control-allow-origin': '*' }
  return new Response(body, { headers })
}
