import { endpoint, listOf, Page } from '@/features/api/schema'
import { PersonAnswer, toPersonAnswer } from '../formats/person-answer'
import { listPublicPeople } from '../queries'

const list = endpoint('GET /people', {
  summary:
    'Everybody with a public role (author, named in an article, sponsor, maintainer, ambassador, speaker of a published programme), by slug; of each what they show to all',
  query: Page,
  answer: listOf(PersonAnswer),
  handle: async ({ query: { limit, cursor } }) => {
    const { items, next } = await listPublicPeople({ limit, after: cursor })
    return { ok: true, body: { items: items.map(toPersonAnswer), nextCursor: next } }
  },
})

export const personEndpoints = [list]
