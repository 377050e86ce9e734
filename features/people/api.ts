import { z } from 'zod'
import { endpoint, listOf, named, Page } from '@/features/api/schema'
import { listPublicPeople } from './queries'

const PersonAnswer = named(
  'Person',
  z.object({
    slug: z.string(),
    name: z.string(),
    affiliation: z.string().nullable(),
    bio: z.string().nullable(),
  }),
)

const list = endpoint('GET /people', {
  summary:
    'Everybody with a public role (author, named in an article, sponsor, speaker of a published programme), by slug',
  query: Page,
  answer: listOf(PersonAnswer),
  handle: async ({ query: { limit, cursor } }) => {
    const { items, next } = await listPublicPeople({ limit, after: cursor })
    return { ok: true, body: { items, nextCursor: next } }
  },
})

export const personEndpoints = [list]
