import type { AuthorizedEvent } from '@/features/access/queries'
import type { Actor } from '@/features/access/schema'
import { withoutConflict } from '@/features/proposals/queries/conflicts'
import { COMMITTEE_STATE, IS_NEWS } from '@/features/proposals/queries/state'
import type { Decision, State } from '@/features/proposals/schema'
import { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/db'

/** What of a submitted proposal decides in which list it stands. */
export interface StateOf {
  state: State
  isNews: boolean
}
/** A submitted proposal as it stands. */
export interface Standing extends StateOf {
  code: string
  title: string
  format: string | null
  track: string | null
  minutes: number | null
  reason: string | null
  /** What somebody of the committee said last that should be decided. */
  recommendation: Decision | null
}

/** The columns of a standing, of the tables that `standing` joins. */
export const STANDING = Prisma.sql`p.code, p.title, f.name as format, t.name as track, f.minutes, ${COMMITTEE_STATE} as state,
  ${IS_NEWS} as "isNews", p.decision_reason as reason, p.recommendation`

const submitted = (event: AuthorizedEvent, actor: Actor) => Prisma.sql`
  p.event_id = ${event.id}::uuid and p.submitted_at is not null and p.withdrawn_at is null
    and ${withoutConflict(actor, event)}`

export const standing = (event: AuthorizedEvent, actor: Actor, more: Prisma.Sql) => Prisma.sql`
  from proposal p ${more}
  left join format f on f.id = p.format_id
  left join track t on t.id = p.track_id
  where ${submitted(event, actor)}`

/**
 * The states of every submitted proposal, by code; what the actor has a conflict with is not among them. A list of codes
 * for each state: twenty thousand rows would take the client many times as long to read.
 */
export async function listStates(event: AuthorizedEvent, actor: Actor): Promise<Map<string, StateOf>> {
  const groups = await db.$queryRaw<(StateOf & { codes: string })[]>`
    select ${COMMITTEE_STATE} as state, ${IS_NEWS} as "isNews", string_agg(p.code, ' ') as codes
    from proposal p where ${submitted(event, actor)} group by 1, 2`
  const states = new Map<string, StateOf>()
  for (const { codes, ...own } of groups) for (const code of codes.split(' ')) states.set(code, own)
  return states
}

/** Those with these codes that still stand, by code. */
export async function findStanding(
  event: AuthorizedEvent,
  actor: Actor,
  codes: string[],
): Promise<Map<string, Standing>> {
  if (codes.length === 0) return new Map()
  const rows = await db.$queryRaw<Standing[]>`
    select ${STANDING} ${standing(event, actor, Prisma.empty)} and p.code = any (${codes})`
  return new Map(rows.map((row) => [row.code, row]))
}
