import type { Article } from '@/features/content/schema/front-matter'
import { TREE_VERSION } from '@/features/content/schema/tree'
import { db } from '@/lib/db'

let count = 0

interface Facts extends Partial<Omit<Article, 'authors' | 'people'>> {
  locale?: string
  /** Of both languages of one text. */
  group?: string
  /** `[slug, affiliation]`. */
  authors?: [string, string | null][]
  people?: string[]
  visibleFrom?: Date | null
}

/** An article of the index as a sync would have written it, with the people, projects and organisations that it names. */
export async function anArticle(facts: Facts = {}) {
  const n = ++count
  const { slug = `article-${n}`, locale = 'en', group = slug, visibleFrom = new Date(0), ...own } = facts
  const { authors = [], people = [], projects = [], organizations = [], ...plain } = own
  const employers = authors.flatMap(([, affiliation]) => affiliation ?? [])
  await name('person', [...authors.map(([author]) => author), ...people])
  await name('organization', [...organizations, ...employers])
  await Promise.all(
    projects.map((project) =>
      db.project.upsert({
        where: { slug: project },
        create: { slug: project, name: project, tagline: '' },
        update: {},
      }),
    ),
  )
  const frontMatter: Article = {
    title: `Article ${n}`,
    summary: `About ${n}.`,
    ...(facts.sortAs ? {} : { date: '2018-08-01' }),
    category: 'technical',
    tags: [],
    events: [],
    ...plain,
    projects,
    organizations,
    authors: authors.map(([author]) => ({ slug: author, name: author })),
    people: people.map((person) => ({ slug: person, name: person, role: 'quoted' })),
  }
  const { title, summary, date, sortAs, tags } = frontMatter
  const connect = (of: string) => ({ connect: { slug: of } })
  return db.document.create({
    data: {
      kind: 'article',
      locale,
      slug,
      groupSlug: group,
      file: `content/blog/${group}.${locale}.mdx`,
      sourceHash: '',
      treeVersion: TREE_VERSION,
      title,
      summary,
      tags,
      publishedOn: date ? new Date(date) : null,
      sortDate: new Date(date ?? sortAs ?? 0),
      visibleFrom,
      unlisted: facts.unlisted ?? false,
      pinned: facts.pinned ?? false,
      series: facts.series ?? null,
      frontMatter,
      tree: [],
      contents: [],
      plainText: '',
      links: [],
      minutes: 1,
      authors: {
        create: authors.map(([author, affiliation], position) => ({ position, affiliation, person: connect(author) })),
      },
      people: { create: people.map((person) => ({ role: 'quoted', person: connect(person) })) },
      projects: { create: projects.map((project) => ({ project: connect(project) })) },
      organizations: { create: organizations.map((of) => ({ organization: connect(of) })) },
      events: { create: (facts.events ?? []).map((eventSlug) => ({ eventSlug })) },
    },
  })
}

async function name(table: 'person' | 'organization', slugs: string[]) {
  const data = slugs.map((slug) => ({ slug, name: slug }))
  if (table === 'person') await db.person.createMany({ data, skipDuplicates: true })
  else await db.organization.createMany({ data, skipDuplicates: true })
}
