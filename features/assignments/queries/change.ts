import type { AuthorizedEvent } from '@/features/access/queries'
import type { Actor } from '@/features/access/schema'
import type { PlanPair, PlanResult, Reason, Unmet } from '../schema'
import { getAssignmentFacts } from './facts'
import { namesOf, whyOf } from './pairs'

export interface ChangeLine {
  kind: 'add' | 'remove'
  code: string
  title: string
  reviewer: string
  reviewerSlug: string
  why: Reason[]
}
export interface UnmetLine {
  code: string
  title: string
  missing: number
  why: Unmet
}
export interface Change {
  lines: ChangeLine[]
  unmet: UnmetLine[]
  /** Lines about proposals with which the actor has a conflict: applied with the rest, and not shown. */
  hidden: number
  worst: { code: string; title: string } | null
}

/** A plan's change in words that people know, by code. */
export async function getChange(
  event: AuthorizedEvent,
  actor: Actor,
  { add, remove, unmet, worst }: PlanResult,
): Promise<Change> {
  const pairs = [...add, ...remove]
  const facts = await getAssignmentFacts(event)
  const ids = [...pairs.map(([id]) => id), ...unmet.map(({ proposalId }) => proposalId), worst?.proposalId ?? []].flat()
  const names = await namesOf(
    event,
    actor,
    [...new Set(ids)],
    pairs.map(([, id]) => id),
  )
  const why = whyOf(facts, pairs)
  const lineOf = (kind: ChangeLine['kind']) => (pair: PlanPair) => {
    const [proposal, person] = [names.proposals.get(pair[0]), names.people.get(pair[1])]
    if (!proposal || !person) return []
    const { code, title } = proposal
    return [{ kind, code, title, reviewer: person.name, reviewerSlug: person.slug, why: why.get(pair.join(' ')) ?? [] }]
  }
  const lines = [...add.flatMap(lineOf('add')), ...remove.flatMap(lineOf('remove'))]
  const worstOne = worst && names.proposals.get(worst.proposalId)
  return {
    lines: lines.sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : a.kind < b.kind ? -1 : 1)),
    unmet: unmet.flatMap(({ proposalId, missing, why }) => {
      const proposal = names.proposals.get(proposalId)
      return proposal ? [{ code: proposal.code, title: proposal.title, missing, why }] : []
    }),
    hidden: pairs.length - lines.length,
    worst: worstOne ? { code: worstOne.code, title: worstOne.title } : null,
  }
}
