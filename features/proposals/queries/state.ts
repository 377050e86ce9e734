import { can } from '@/features/access/rules'
import type { Actor } from '@/features/access/schema'
import { Prisma } from '@/generated/prisma/client'

/** `stateFor(facts, 'committee')` in SQL, of a submitted proposal `p`; a test holds the two together. */
export const COMMITTEE_STATE = Prisma.sql`case
  when p.cancelled_at is not null then 'cancelled'
  when p.withdrawn_at is not null then 'withdrawn'
  when p.decision = 'accepted' and p.announced = 'accepted' then coalesce(p.answer::text, 'accepted')
  else coalesce(p.decision::text, 'submitted') end`

/** `stateFor(facts, 'speaker')` in SQL, of any proposal `p`; the same test holds it. */
export const SPEAKER_STATE = Prisma.sql`case
  when p.cancelled_at is not null then 'cancelled'
  when p.withdrawn_at is not null then 'withdrawn'
  when p.submitted_at is null then 'draft'
  when p.announced = 'accepted' then coalesce(p.answer::text, 'accepted')
  else coalesce(p.announced::text, 'submitted') end`

/** Decided, and not what the speakers were told: `isNews` in SQL. */
export const IS_NEWS = Prisma.sql`(p.decision is not null and p.decision is distinct from p.announced
  and p.withdrawn_at is null and p.cancelled_at is null)`

/** The state, and whether it is news, for who may know what is decided and not announced; for others as speakers read it. */
export function stateSeenBy(actor: Actor, event: { id: string }): { state: Prisma.Sql; isNews: Prisma.Sql } {
  return seesDecisions(actor, event)
    ? { state: COMMITTEE_STATE, isNews: IS_NEWS }
    : { state: SPEAKER_STATE, isNews: Prisma.sql`false` }
}

/** Reviewers score; what the chairs have decided is theirs until it is announced. */
export const seesDecisions = (actor: Actor, { id }: { id: string }) => can(actor, 'get', 'decisions', { eventId: id })

/** A pattern that finds this text anywhere, whatever of it SQL would read as a wildcard. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`
}
