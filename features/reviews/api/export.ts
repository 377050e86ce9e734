import { endpoint, eventOf } from '@/features/api/schema'
import { reviewCsv } from '../formats/csv'
import { listAllReviews } from '../queries/export'

const table = endpoint('GET /events/{event}/export/reviews.csv', {
  summary: 'Every review that was handed in, a line each; nothing of what one has a conflict with',
  media: ['text/csv'],
  handle: async (call) => {
    const event = eventOf(call)
    const content = reviewCsv(await listAllReviews(event, call.actor))
    return { ok: true, text: { type: 'text/csv; charset=utf-8', name: `${event.slug}-reviews.csv`, content } }
  },
})

export const reviewExportEndpoints = [table]
