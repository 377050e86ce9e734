import type { AuthorizedEvent } from '@/features/access/queries'
import type { Actor } from '@/features/access/schema'
import { withoutConflict } from '@/features/proposals/queries/conflicts'
import { containing } from '@/features/proposals/queries/state'
import { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/db'
import { reasonsFor } from '../rules/affinity'
import type { AssignmentFacts, PlanPair, Reason } from '../schema'
import { OPEN, reviewersOf } from './facts'

export interface NamedPair {
  code: string
  title: string
  reviewerId: string
  reviewer: string
  reviewerSlug: string
  isLocked: boolean
  isReviewed: boolean
}

interface Filter {
  q?: string
  /** What the page before ended with. */
  after?: { code: string; slug: string } | null
  limit: number
}

/**
 * Who is to review what, by code and reviewer, of proposals that are still to be reviewed. What the actor has a conflict
 * with is not among them.
 */
export async function listPairs(event: AuthorizedEvent, actor: Actor, { q = '', after = null, limit }: Filter) {
  const pattern = containing(q.trim())
  const rows = await db.$queryRaw<(NamedPair & { proposalId: string })[]>`
    select p.id as "proposalId", p.code, p.title, person.id as "reviewerId", person.name as reviewer,
      person.slug as "reviewerSlug", a.is_locked as "isLocked",
      exists (select from review r where r.proposal_id = a.proposal_id and r.reviewer_id = a.reviewer_id) as "isReviewed"
    from assignment a
    join proposal p on p.id = a.proposal_id and p.event_id = ${event.id}::uuid and ${OPEN}
    join person on person.id = a.reviewer_id
    where ${withoutConflict(actor, event)}
      and ${q.trim() ? Prisma.sql`(p.code ilike ${pattern} or p.title ilike ${pattern} or person.name ilike ${pattern})` : Prisma.sql`true`}
      and ${after ? Prisma.sql`(p.code, person.slug) > (${after.code}, ${after.slug})` : Prisma.sql`true`}
    order by p.code, person.slug limit ${limit + 1}`
  return { items: rows.slice(0, limit), isLast: rows.length <= limit }
}

/** Why each pair stands, by its ids joined with a space. */
export function whyOf(facts: AssignmentFacts, pairs: PlanPair[]): Map<string, Reason[]> {
  const proposals = new Map(facts.proposals.map((proposal) => [proposal.id, proposal]))
  const reviewers = new Map(facts.reviewers.map((reviewer) => [reviewer.id, reviewer]))
  const standing = new Map(facts.standing.map((pair) => [`${pair.proposalId} ${pair.reviewerId}`, pair]))
  return new Map(
    pairs.map(([proposalId, reviewerId]) => {
      const [proposal, reviewer] = [proposals.get(proposalId), reviewers.get(reviewerId)]
      const pair = standing.get(`${proposalId} ${reviewerId}`)
      return [
        `${proposalId} ${reviewerId}`,
        [
          ...(proposal && reviewer ? reasonsFor(proposal, reviewer) : []),
          ...(pair?.isLocked ? (['locked'] as const) : []),
          ...(pair?.isReviewed ? (['reviewed'] as const) : []),
        ],
      ]
    }),
  )
}

/** Codes, titles and names of these, by id. What the actor has a conflict with has none. */
export async function namesOf(event: AuthorizedEvent, actor: Actor, proposalIds: string[], reviewerIds: string[]) {
  const proposals = await db.$queryRaw<{ id: string; code: string; title: string }[]>`
    select p.id, p.code, p.title from proposal p
    where p.event_id = ${event.id}::uuid and p.id = any (${proposalIds}::uuid[]) and ${withoutConflict(actor, event)}`
  const people = await db.person.findMany({
    where: { id: { in: [...new Set(reviewerIds)] } },
    select: { id: true, name: true, slug: true },
  })
  return {
    proposals: new Map(proposals.map((proposal) => [proposal.id, proposal])),
    people: new Map(people.map((person) => [person.id, person])),
  }
}

/** The ids of those of these people who review in the event or have something to review there, by slug. */
export async function findReviewers(event: AuthorizedEvent, slugs: string[]): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ id: string; slug: string }[]>`
    select person.id, person.slug from person where person.slug = any (${[...new Set(slugs)]}) and (
      person.id in (${reviewersOf(event)}) or person.id in (
        select a.reviewer_id from assignment a join proposal p on p.id = a.proposal_id
        where p.event_id = ${event.id}::uuid))`
  return new Map(rows.map(({ id, slug }) => [slug, id]))
}
