import { createHash } from 'node:crypto'
import { TREE_VERSION } from '@/features/content/schema/tree'
import { type Article, inventArticle } from './article'
import { treeOf } from './article-tree'
import type { Context } from './context'
import { addDays, isoDay } from './days'
import type { Person } from './people'

interface Wanted {
  count: number
  authors: readonly Person[]
  /** Ids of projects, by slug. */
  projects: Map<string, string>
}

/**
 * Writes articles straight into the index, as a sync would have left them. Their files are named `generated/…`: a sync
 * only removes what has gone from `content/`.
 */
export function addArticles(context: Context, { count, authors, projects }: Wanted): void {
  const { rows, id, today } = context
  const random = context.random.fork('articles')
  for (let index = 0; index < count; index++) {
    const article = inventArticle(random, { series: 'field-notes', index, projects: [...projects.keys()] })
    const author = random.pick(authors)
    const date = isoDay(addDays(today, -1 - Math.floor((index * 2_400) / count)))
    const documentId = id('article', index)
    const plainText = plainTextOf(article)
    const { slug, title, summary, tags } = article
    rows.document.push({
      id: documentId,
      kind: 'article',
      locale: 'en',
      slug,
      groupSlug: slug,
      file: `generated/blog/${slug}.mdx`,
      sourceHash: createHash('sha256').update(plainText).digest('hex'),
      treeVersion: TREE_VERSION,
      title,
      summary,
      publishedOn: new Date(date),
      sortDate: new Date(date),
      visibleFrom: new Date(date),
      frontMatter: frontMatterOf(article, date, [author]),
      tree: treeOf(article),
      contents: article.sections.map(({ id, heading }) => ({ level: 2, id, text: heading })),
      plainText,
      links: linksOf(article),
      tags,
      minutes: Math.max(1, Math.round(plainText.split(/\s+/).length / 220)),
      syncedAt: today,
    })
    rows.documentAuthor.push({ documentId, personId: author.id, position: 0, affiliation: null })
    for (const project of article.projects) {
      const projectId = projects.get(project)
      if (projectId) rows.documentProject.push({ documentId, projectId })
    }
  }
}

/** What heads the article in a file. */
export function frontMatterOf(
  { title, summary, category, tags, projects }: Article,
  date: string,
  authors: readonly Named[],
) {
  const named = authors.map(({ slug, name }) => ({ slug, name }))
  return { title, summary, date, authors: named, category, tags, projects, organizations: [], events: [], people: [] }
}
type Named = Pick<Person, 'slug' | 'name'>

function plainTextOf({ lead, sections }: Article): string {
  const parts = sections.flatMap(({ heading, paragraphs, items, code }) => [
    heading,
    ...paragraphs,
    ...items,
    code ?? [],
  ])
  return [lead, ...parts.flat()].join('\n\n')
}

function linksOf({ projects, previous }: Article): string[] {
  const articles = previous === null ? [] : [`/blog/${previous}`]
  return [...projects.map((slug) => `/projects/${slug}`), ...articles]
}
