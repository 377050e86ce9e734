import { addDays } from 'date-fns'
import type { AuthorizedEvent } from '@/features/access/queries'
import type { Actor } from '@/features/access/schema'
import { db, type Tx } from '@/lib/db'
import type { Waiting } from '../rules/confirmation'
import { withoutConflict } from './conflicts'

/** The events in which a speaker may still answer, or whose chairs let the clock promote. */
export async function listEventsWithAnswers(): Promise<string[]> {
  const events = await db.$queryRaw<{ slug: string }[]>`
    select e.slug from event e where exists (
      select from proposal p where p.event_id = e.id and p.announced = 'accepted' and p.answer is null
        and p.answer_by is not null and p.withdrawn_at is null
    ) or exists (select from answer_policy a where a.event_id = e.id and a.promotion <> 'by_hand')
    order by e.slug`
  return events.map(({ slug }) => slug)
}

const UNANSWERED = {
  announced: 'accepted',
  decision: 'accepted',
  answer: null,
  withdrawnAt: null,
  cancelledAt: null,
} as const

/** Accepted, told so, and asked for an answer within so many days. */
export async function listUnansweredCodes(tx: Tx, eventId: string, now: Date, days: number): Promise<string[]> {
  const answerBy = { gt: now, lte: addDays(now, days) }
  return codes(await tx.proposal.findMany({ where: { ...UNANSWERED, eventId, answerBy }, select: { code: true } }))
}

/** The same, and the day has passed. */
export async function listSilentCodes(tx: Tx, eventId: string, now: Date): Promise<string[]> {
  const where = { ...UNANSWERED, eventId, answerBy: { lte: now } }
  return codes(await tx.proposal.findMany({ where, select: { code: true } }))
}

const codes = (rows: { code: string }[]) => rows.map(({ code }) => code)

interface Freed {
  /** The number of the move that freed the place. */
  move: string
  track: string | null
  format: string | null
}

/** Places that became free since a rule fills them and that nobody was promoted for, and who waits. */
export async function listFreedPlaces(tx: Tx, eventId: string, since: Date) {
  const freed = await tx.$queryRaw<Freed[]>`
    select max(m.id)::text as move, p.track_id as track, p.format_id as format
    from proposal_move m join proposal p on p.id = m.proposal_id
    where p.event_id = ${eventId}::uuid and m.move in ('decline', 'lapse', 'cancel') and m.at >= ${since}
      and (p.answer = 'declined' or p.cancelled_at is not null)
      and not exists (
        select from proposal_move f join proposal q on q.id = f.proposal_id
        where q.event_id = p.event_id and f.move = 'promote' and f.detail ->> 'for' = m.id::text
      )
    group by p.id, p.track_id, p.format_id order by max(m.id)`
  const waiting = await tx.$queryRaw<Waiting[]>`
    select p.code, p.track_id as track, p.format_id as format, p.waitlist_rank as rank, p.decided_at as "decidedAt"
    from proposal p where p.event_id = ${eventId}::uuid and p.decision = 'waitlisted' and p.announced = 'waitlisted'
      and p.withdrawn_at is null and p.cancelled_at is null`
  return { freed, waiting }
}

export interface AnswerLine {
  code: string
  title: string
  track: string | null
  format: string | null
  answerBy: Date | null
  announced: string | null
  rank: number | null
  decidedAt: Date | null
}

/** What a chair acts on: who is silent, who has still time, and the waiting list; without the chair's own conflicts. */
export async function listAnswers(event: AuthorizedEvent, actor: Actor, now: Date) {
  const rows = await db.$queryRaw<(AnswerLine & { decision: string })[]>`
    select p.code, p.title, t.name as track, f.name as format, p.answer_by as "answerBy", p.decision::text as decision,
      p.announced::text as announced, p.waitlist_rank as rank, p.decided_at as "decidedAt"
    from proposal p left join track t on t.id = p.track_id left join format f on f.id = p.format_id
    where p.event_id = ${event.id}::uuid and p.withdrawn_at is null and p.cancelled_at is null
      and (p.decision = 'waitlisted' or (p.decision = 'accepted' and p.announced = 'accepted' and p.answer is null))
      and ${withoutConflict(actor, event)}
    order by p.answer_by, p.waitlist_rank nulls last, p.decided_at, p.code`
  const accepted = rows.filter(({ decision }) => decision === 'accepted')
  const isSilent = ({ answerBy }: AnswerLine) => answerBy !== null && answerBy <= now
  return {
    silent: accepted.filter(isSilent),
    asked: accepted.filter((line) => !isSilent(line)),
    waiting: rows.filter(({ decision }) => decision === 'waitlisted'),
  }
}
