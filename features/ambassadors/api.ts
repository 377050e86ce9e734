import { z } from 'zod'
import { pageOf } from '@/features/api/rules'
import { endpoint, listOf, Page } from '@/features/api/schema'
import { PersonAnswer, toPersonAnswer } from '@/features/people/formats/person-answer'
import type { PublicProfile } from '@/features/people/schema/public'
import { listAmbassadors } from './queries'

const list = endpoint('GET /ambassadors', {
  summary: 'Ambassadors, current unless asked otherwise, by slug; of each what they show to all',
  query: Page.extend({ when: z.enum(['current', 'emeritus', 'all']).default('current') }),
  answer: listOf(PersonAnswer),
  handle: async ({ query: { when, ...page }, now }) => {
    const all = await listAmbassadors(now)
    const people = all
      .filter(({ ambassador }) => when === 'all' || ambassador === when)
      .sort((a, b) => (a.slug < b.slug ? -1 : 1))
    const keyOf = ({ slug }: PublicProfile) => slug
    const { items, nextCursor } = pageOf(people, page, { keyOf, isBehind: ({ slug }, key) => slug > key })
    return { ok: true, body: { items: items.map(toPersonAnswer), nextCursor } }
  },
})

export const ambassadorEndpoints = [list]
