import { z } from 'zod'
import { nothingHere, pageInOrder } from '@/features/api/rules'
import { callerOf, endpoint, eventOf, listOf, Moment, named, Page } from '@/features/api/schema'
import { TypedAnswers } from '@/features/calls/schema/typed'
import { restoreVersion } from '../commands/restore'
import { getResource } from '../queries/resource'
import { listCommitteeVersions, listOwnVersions, type Version } from '../queries/versions'
import { ownOf } from './own'
import { type Asked, codeOf, found, ProposalAnswer, refusedMove } from './resource'

const Listed = z.object({
  version: z.int(),
  savedAt: Moment,
  savedBy: z.string().nullable().describe('Null where it is not known, or not to be known'),
})
const VersionAnswer = named(
  'ProposalVersion',
  Listed.extend({
    text: z.object({
      title: z.string(),
      abstract: z.string(),
      format: z.string().nullable(),
      track: z.string().nullable(),
      level: z.string().nullable(),
      language: z.string(),
      speakers: z.array(z.object({ email: z.string(), name: z.string() })),
      tags: z.array(z.string()),
      projects: z.array(z.string()),
      answers: TypedAnswers,
    }),
  }),
)

/** One's own, from the first draft; the committee's, from what was handed in. */
async function versionsFor(call: Asked): Promise<Version[] | null> {
  const { actor } = call
  if (actor.kind === 'person' && (await ownOf(call, actor))) return listOwnVersions(actor, codeOf(call))
  return listCommitteeVersions(eventOf(call), actor, codeOf(call))
}

const list = endpoint('GET /events/{event}/proposals/{code}/versions', {
  summary: 'Every text of a proposal that was saved, the last first',
  query: Page,
  answer: listOf(Listed),
  handle: async (call) => {
    const versions = await versionsFor(call)
    if (!versions) return nothingHere()
    const rows = versions.map(({ text: _, ...version }) => version)
    return { ok: true, body: pageInOrder(rows, call.query, ({ version }) => String(version)) }
  },
})

const get = endpoint('GET /events/{event}/proposals/{code}/versions/{version}', {
  summary: 'One of them with its text',
  answer: VersionAnswer,
  handle: async (call) => {
    const version = (await versionsFor(call))?.find((each) => String(each.version) === call.params.version)
    return version ? { ok: true, body: version } : nothingHere()
  },
})

const restore = endpoint('POST /events/{event}/proposals/{code}/versions/{version}/restore', {
  summary: 'Makes an older text the newest; nothing is overwritten',
  answer: ProposalAnswer,
  handle: async (call) => {
    const [event, actor] = [eventOf(call), callerOf(call)]
    const versions = await versionsFor(call)
    const wanted = versions?.find((each) => String(each.version) === call.params.version)
    if (!wanted) return nothingHere()
    const result = await restoreVersion(actor, event, codeOf(call), wanted.version, call.now)
    if (!result.ok) return refusedMove(call, 'edit', result)
    return found(await getResource(event, actor, result.code, call.now))
  },
})

export const versionEndpoints = [list, get, restore]
