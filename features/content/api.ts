import { z } from 'zod'
import { endpoint, listOf, named, Page } from '@/features/api/schema'
import { listArticlesAfter } from './queries/article-pages'
import { localized } from './schema/kinds'

const ArticleAnswer = named(
  'Article',
  z.object({
    slug: z.string(),
    locale: z.string(),
    path: z.string().describe('Where it is on this site'),
    title: z.string(),
    summary: z.string(),
    date: z.iso.date().nullable().describe('Null where its source states none'),
    minutes: z.int().describe('How long it takes to read'),
    category: z.string(),
    tags: z.array(z.string()),
    byline: z.string().nullable(),
    authors: z.array(z.object({ slug: z.string(), name: z.string() })),
  }),
)

const ArticleQuery = Page.extend({
  locale: z.enum(['en', 'zh']).default('en'),
  tag: z.string().max(80).optional(),
})

const list = endpoint('GET /articles', {
  summary: 'The articles of one language, newest first',
  query: ArticleQuery,
  answer: listOf(ArticleAnswer),
  handle: async ({ query: { cursor: after, ...filter } }) => {
    const { items, next } = await listArticlesAfter({ ...filter, after })
    const lines = items.map(({ slug, locale, title, summary, date, minutes, category, tags, byline, authors }) => ({
      ...{ slug, locale, title, summary, date, minutes, category, tags, byline, authors },
      path: localized(`/blog/${slug}`, locale),
    }))
    return { ok: true, body: { items: lines, nextCursor: next } }
  },
})

export const articleEndpoints = [list]
