import { z } from 'zod'
import { nothingHere } from '@/features/api/rules'
import { endpoint, eventOf } from '@/features/api/schema'
import { EXPORTS, exportFile, isExport } from '../formats/exports'
import { pretalxEvent } from '../formats/pretalx-event'
import { sessionizeEvent } from '../formats/sessionize-event'
import { exportEvent } from '../queries/portable'
import { eyesOf } from '../queries/redacted'

/** Records of another system: their fields are its own to describe. */
const Records = z.array(z.record(z.string(), z.unknown()))

const isTable = (name: string) => name.endsWith('.csv')

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
    ...{ tracks: Records, tags: Records, rooms: Records, slots: Records },
  }),
  handle: async (call) => {
    const event = eventOf(call)
    return { ok: true, body: pretalxEvent(await exportEvent(await eyesOf(event, call.actor, call.now), 'pretalx')) }
  },
})

const file = endpoint('GET /events/{event}/export/{file}', {
  summary: `The same for spreadsheets: ${Object.keys(EXPORTS).filter(isTable).join(', ')}`,
  media: ['text/csv'],
  handle: async (call) => {
    const [event, name = ''] = [eventOf(call), call.params.file]
    if (!isExport(name) || !isTable(name)) return nothingHere()
    const { source, isOfSpeakers, write } = exportFile(name)
    const eyes = await eyesOf(event, call.actor, call.now)
    if (isOfSpeakers && !eyes.seesAddresses)
      return {
        ok: false,
        status: 403,
        reason: 'forbidden',
        detail: 'Who may not know the speakers gets no list of them.',
      }
    const content = write(await exportEvent(eyes, source))
    return { ok: true, text: { type: 'text/csv; charset=utf-8', name: `${event.slug}-${name}`, content } }
  },
})

export const exportEndpoints = [sessionize, pretalx, file]
