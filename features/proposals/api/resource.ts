import { z } from 'zod'
import { pointer, problem } from '@/features/api/rules'
import { type Call, eventOf, Moment, named, type Reply } from '@/features/api/schema'
import { TypedAnswers } from '@/features/calls/schema/typed'
import type { Refused } from '../commands/submit'
import { getResource, type ProposalResource } from '../queries/resource'
import { DECISIONS, STATES } from '../schema'
import { type MoveName, REFUSALS } from '../table'

export type Asked = Pick<Call<unknown, unknown>, 'actor' | 'event' | 'params' | 'now'>

/** A proposal as its reader may see it. */
export const ProposalAnswer = named(
  'Proposal',
  z.object({
    code: z.string(),
    title: z.string(),
    abstract: z.string(),
    state: z.enum(STATES),
    format: z.string().nullable(),
    track: z.string().nullable(),
    level: z.string().nullable(),
    language: z.string(),
    version: z.int(),
    submittedAt: Moment.nullable(),
    withdrawnAt: Moment.nullish(),
    cancelledAt: Moment.nullish(),
    decision: z.enum(DECISIONS).nullish(),
    decisionReason: z.string().nullish(),
    announcedAt: Moment.nullish(),
    answer: z.enum(['confirmed', 'declined']).nullish(),
    answerBy: Moment.nullish(),
    tags: z.array(z.string()).optional(),
    projects: z.array(z.string()).optional(),
    answers: TypedAnswers.optional(),
    aboutMe: TypedAnswers.optional().describe('What its reader answered about themselves'),
    speakerAnswers: z
      .array(z.object({ name: z.string(), answers: TypedAnswers }))
      .optional()
      .describe('What each speaker answered about themselves; not there for whoever reviews blind'),
    speakers: z
      .array(z.object({ name: z.string(), slug: z.string().optional(), email: z.string().nullish() }))
      .optional()
      .describe('Not there at all for whoever reviews blind'),
  }),
)

export const found = (resource: ProposalResource | null): Reply =>
  resource ? { ok: true, body: resource, version: resource.version } : problem('not-found', REFUSALS['not-found'])

export function refused({ reason, errors }: Pick<Refused, 'reason' | 'errors'>): Reply {
  const fields = errors?.map(({ path, message }) => ({ path: pointer(path), message }))
  return problem(reason, REFUSALS[reason], fields ? { errors: fields } : {})
}

/** To whoever may read the proposal it is there, even where a move of it is not theirs to make. */
export async function refusedMove(call: Asked, name: MoveName, result: Refused): Promise<Reply> {
  const isHidden = result.reason === 'not-found'
  const isThere = isHidden && (await getResource(eventOf(call), call.actor, codeOf(call), call.now)) !== null
  return isThere ? problem('forbidden', `Only its speakers may do this: ${name}.`) : refused(result)
}

export const codeOf = ({ params }: { params: Record<string, string> }) => params.code ?? ''
