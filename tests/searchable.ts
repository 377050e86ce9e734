import { ask } from '@/features/search/commands/ask'
import type { Filters, Hit } from '@/features/search/schema'
import type { DocumentKind } from '@/generated/prisma/enums'
import { db } from '@/lib/db'

interface Facts {
  title?: string
  text?: string
  summary?: string
  locale?: string
  kind?: DocumentKind
  slug?: string
  tags?: string[]
  visibleFrom?: Date | null
  unlisted?: boolean
  publishedOn?: Date
  projectId?: string
  authorId?: string
}

let count = 0

/** A text in the index, as a sync would have left it. */
export function aText({ title = 'A text', text = '', projectId, authorId, ...facts }: Facts = {}) {
  const slug = facts.slug ?? `text-${++count}`
  return db.document.create({
    data: {
      ...{ kind: 'article', locale: 'en', summary: '', publishedOn: new Date('2018-07-31'), tags: [], unlisted: false },
      ...facts,
      ...{ slug, title, groupSlug: slug, file: `content/${facts.kind ?? 'blog'}/${slug}.mdx`, plainText: text },
      ...{ visibleFrom: facts.visibleFrom === undefined ? new Date(0) : facts.visibleFrom },
      ...{ sourceHash: '', treeVersion: 1, sortDate: new Date('2018-07-31'), frontMatter: {}, tree: [], contents: [] },
      ...{ links: [], minutes: 1 },
      ...(projectId ? { projects: { create: { projectId } } } : {}),
      ...(authorId ? { authors: { create: { personId: authorId, position: 0 } } } : {}),
    },
  })
}

export const aProject = (name: string, slug = name.toLowerCase().replace(/\W+/g, '-'), tagline = '') =>
  db.project.create({ data: { slug, name, tagline } })

interface How {
  filters?: Filters
  locale?: string
  now?: Date
  take?: number
}

/** The whole answer to a question. */
export function answer(text: string, { filters = {}, locale = 'en', now = new Date(), take = 200 }: How = {}) {
  return ask({ text, filters, locale }, { skip: 0, take }, now)
}

/** The paths that a question finds, the best first. */
export async function found(text: string, how: How = {}): Promise<string[]> {
  return (await answer(text, how))?.hits.map(({ path }) => path) ?? []
}

export const markedIn = (pieces: Hit['title']) => pieces.filter(({ mark }) => mark).map(({ text }) => text)
