import { z } from 'zod'
import { endpoint, eventOf } from '@/features/api/schema'
import { pretalxEvent } from '../formats/pretalx-event'
import { sessionizeEvent } from '../formats/sessionize-event'
import { exportEvent } from '../queries/portable'
import { eyesOf } from '../queries/redacted'

/** Records of another system: their fields are its own to describe. */
const Records = z.array(z.record(z.string(), z.unknown()))

const sessionize = endpoint('GET /events/{event}/export/sessionize', {
  summary: 'The submitted proposals as Sessionize’s “All data” view has them; names only for who may know them',
  answer: z.object({
    ...{ sessions: Records, speakers: Records, questions: Records, categories: Records, rooms: Records },
  }),
  handle: async (call) => {
    const event = eventOf(call)
    return {
      ok: true,
      body: sessionizeEvent(await exportEvent(await eyesOf(event, call.actor, call.now), 'sessionize')),
    }
  },
})

const pretalx = endpoint('GET /events/{event}/export/pretalx', {
  summary: 'The same as pretalx’s API has them, its lists under their names',
  answer: z.object({
    ...{ submissions: Records, speakers: Records, questions: Records, 'submission-types': Records },
    ...{ tracks: Records, tags: Records },
  }),
  handle: async (call) => {
    const event = eventOf(call)
    return { ok: true, body: pretalxEvent(await exportEvent(await eyesOf(event, call.actor, call.now), 'pretalx')) }
  },
})

export const exportEndpoints = [sessionize, pretalx]
