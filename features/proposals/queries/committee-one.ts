import type { AuthorizedEvent } from '@/features/access/queries'
import type { Actor } from '@/features/access/schema'
import { isNews } from '../rules'
import { eyesOf, redactedMoves, redactedProposal } from './redacted'

/**
 * One submitted proposal as the committee reads it; null where there is none, or where the actor has a conflict with
 * it. Names, and who made which move, only for who may know.
 */
export async function getProposal(event: AuthorizedEvent, actor: Actor, code: string) {
  const eyes = await eyesOf(event, actor)
  const proposal = await redactedProposal(eyes, code)
  if (!proposal) return null
  const { id, facts, ...shown } = proposal
  return { ...shown, isNews: eyes.seesDecisions && isNews(facts), moves: await redactedMoves(eyes, id) }
}
export type CommitteeProposal = NonNullable<Awaited<ReturnType<typeof getProposal>>>
