import { z } from 'zod'
import { pageOf } from '@/features/api/rules'
import { endpoint, listOf, named, Page } from '@/features/api/schema'
import { Level } from '@/generated/prisma/enums'
import { openProject } from './formats/open-data'
import { listProjects, type ProjectLine } from './queries'

const Day = z.iso.date().nullable()

const ProjectAnswer = named(
  'Project',
  z.object({
    slug: z.string(),
    name: z.string(),
    tagline: z.string(),
    level: z.enum(Level).nullable().describe('Today; null before its first move'),
    accepted: Day.describe('The day of its first move, to whatever level'),
    incubating: Day,
    graduated: Day,
    archived: Day,
    category: z.string().nullable(),
    subcategory: z.string().nullable(),
    homepage: z.string().nullable(),
    repository: z.string().nullable(),
  }),
)

const list = endpoint('GET /projects', {
  summary: 'Every project of the foundation, by slug, with the days of its maturity log',
  query: Page,
  answer: listOf(ProjectAnswer),
  handle: async ({ query, now }) => {
    const projects = (await listProjects()).sort((a, b) => (a.slug < b.slug ? -1 : 1))
    const keyOf = ({ slug }: ProjectLine) => slug
    const { items, nextCursor } = pageOf(projects, query, { keyOf, isBehind: ({ slug }, key) => slug > key })
    const today = now.toISOString().slice(0, 10)
    return { ok: true, body: { items: items.map((project) => openProject(project, today)), nextCursor } }
  },
})

export const projectEndpoints = [list]
