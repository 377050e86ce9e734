import { z } from 'zod'
import type { Person } from '@/features/access/schema'
import { nothingHere } from '@/features/api/rules'
import { eventOf, Moment, named, personEndpoint, type Reply } from '@/features/api/schema'
import { refreshSnapshot } from '../commands/needs'
import { getOwnNeeds } from '../queries/needs'
import type { Asked } from './resource'

const SnapshotAnswer = named(
  'ProfileAtEvent',
  z.object({
    takenAt: Moment.describe('When the event took it from the profile'),
    profile: z.looseObject({ name: z.string() }).describe('What was shown to all then; without the photo'),
  }),
)

async function read(call: Asked, person: Person): Promise<Reply> {
  const own = await getOwnNeeds(person, eventOf(call).slug)
  return own?.snapshot ? { ok: true, body: own.snapshot } : nothingHere()
}

const get = personEndpoint('GET /events/{event}/profile/mine', {
  summary: 'One’s profile as an event goes by it: as it was when a proposal was handed in, or when it was taken anew',
  answer: SnapshotAnswer,
  handle: read,
})

const refresh = personEndpoint('POST /events/{event}/profile/mine', {
  summary: 'Lets the event take it anew, as it is today',
  answer: SnapshotAnswer,
  handle: async (call, person) =>
    (await refreshSnapshot(person, eventOf(call), call.now)) ? read(call, person) : nothingHere(),
})

export const snapshotEndpoints = [get, refresh]
