import type { Article } from '@/features/content/schema/front-matter'

interface Facts {
  title: string
  summary: string
  category: string
  tags: string[]
  projects: string[]
  author: { slug: string; name: string }
}

interface Out {
  date: string
  publishAt?: string
  corrections?: Article['corrections']
  people?: Article['people']
}

const CATEGORIES = ['announcement', 'technical', 'interview', 'call', 'case-study'] as const

/** What heads a guest's post, as front matter heads a file. `date` is its day on the site. */
export function headOf(post: Facts, { date, publishAt, corrections = [], people = [] }: Out): Article {
  return {
    title: post.title || 'Without a title yet',
    summary: post.summary || 'Without a summary yet',
    date,
    guest: true,
    authors: [{ slug: post.author.slug, name: post.author.name }],
    category: CATEGORIES.find((known) => known === post.category) ?? 'technical',
    tags: post.tags,
    projects: post.projects,
    organizations: [],
    events: [],
    people,
    ...(publishAt ? { publishAt } : {}),
    ...(corrections.length > 0 ? { corrections } : {}),
  }
}
