import { z } from 'zod'
import { nothingHere, pageInOrder } from '@/features/api/rules'
import { callerOf, endpoint, eventOf, listOf, Page, personEndpoint } from '@/features/api/schema'
import { findClockGaps } from '../commands/templates'
import { getDeskEvent } from '../queries/desk'

const count = z.int()

const desk = personEndpoint('GET /events/{event}/desk', {
  summary: 'What waits for the committee and for oneself; nothing with which one has a conflict is counted',
  answer: z.object({
    submitted: count,
    undecided: count,
    toAnnounce: count,
    unanswered: count,
    confirmed: count,
    underReviewed: count.describe('Proposals with fewer than three reviews'),
    assigned: count.describe('To oneself'),
    reviewed: count,
  }),
  handle: async (call, person) => {
    const found = await getDeskEvent(person, eventOf(call).id)
    if (!found) return nothingHere()
    const { submitted, undecided, toAnnounce, unanswered, confirmed, underReviewed, assigned, reviewed } = found
    const counts = { submitted, undecided, toAnnounce, unanswered, confirmed, underReviewed, assigned, reviewed }
    return { ok: true, body: counts }
  },
})

const gaps = endpoint('GET /events/{event}/mail/gaps', {
  summary: 'The mails that the clock could not write as things stand: their template has nothing to say there',
  query: Page,
  answer: listOf(
    z.object({
      kind: z.enum(['reminder', 'lapsed', 'promotion']),
      code: z.string(),
      title: z.string(),
      placeholders: z.array(z.string()),
    }),
  ),
  handle: async (call) => {
    const found = await findClockGaps(callerOf(call), eventOf(call), call.now)
    const rows = found.flatMap(({ kind, gaps }) =>
      gaps.map(({ code, title, names }) => ({ kind, code, title, placeholders: [...names] })),
    )
    return { ok: true, body: pageInOrder(rows, call.query, ({ kind, code }) => `${kind} ${code}`) }
  },
})

export const deskEndpoints = [desk, gaps]
