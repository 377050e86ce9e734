import { can } from '@/features/access/rules'
import type { Actor } from '@/features/access/schema'
import type { QuestionAudience } from '@/features/calls/schema/question'
import { getRound } from '@/features/reviews/queries/rounds'
import { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/db'
import { stateFor } from '../rules'
import type { Facts, Side, State } from '../schema'
import { ANSWERED, audienceOf, listAnswers, listSpeakerAnswers } from './answers'
import { hasConflict } from './conflicts'
import { FACTS } from './facts'
import { seesDecisions } from './state'

/**
 * With whose eyes the committee's proposals are read. Only `eyesOf` makes them, and every query by which somebody of
 * the committee reads a proposal asks for them: what these eyes may not see is not selected.
 */
export interface Eyes {
  readonly actor: Actor
  readonly event: { id: string }
  /** Who speaks, what they answered about themselves, who made which move. */
  readonly seesNames: boolean
  /** How to write to them. */
  readonly seesAddresses: boolean
  /** Whose answers to the call's questions. */
  readonly reads: QuestionAudience
  /** What is decided and not announced. */
  readonly seesDecisions: boolean
  readonly __eyes: true
}

/** Chairs and schedulers know names always; reviewers in a round that is not blind. */
export async function eyesOf(event: { id: string }, actor: Actor, now = new Date()): Promise<Eyes> {
  const holds = can(actor, 'get', 'proposals/identity', { eventId: event.id })
  return {
    actor,
    event,
    seesNames: holds || !(await getRound(event.id, now)).isBlind,
    seesAddresses: holds,
    reads: audienceOf(actor, event),
    seesDecisions: seesDecisions(actor, event),
    __eyes: true,
  }
}

/** The eyes of somebody who reviews: a chair who reviews in a blind round does so without names. */
export async function reviewersEyes(event: { id: string }, actor: Actor, now: Date): Promise<Eyes> {
  const { isBlind } = await getRound(event.id, now)
  const seen = { seesNames: !isBlind, seesAddresses: false, seesDecisions: false }
  return { actor, event, ...seen, reads: 'reviewers', __eyes: true }
}

const CHOICE = { select: { slug: true, name: true } } as const

/** What all of the committee may read of a proposal; nothing of it tells whose it is. */
const ANYBODY = {
  ...FACTS,
  ...ANSWERED,
  id: true,
  code: true,
  title: true,
  abstract: true,
  version: true,
  format: { select: { slug: true, name: true, minutes: true } },
  track: CHOICE,
  level: CHOICE,
} as const

/**
 * One submitted proposal as these eyes see it; null where there is none, or where they have a conflict with it. Names
 * are null for eyes that see none. `id` stays within the server.
 */
export async function redactedProposal(eyes: Eyes, code: string) {
  const row = await db.proposal.findFirst({
    where: { code: code.toUpperCase(), eventId: eyes.event.id, submittedAt: { not: null } },
    select: ANYBODY,
  })
  if (!row || (await hasConflict(eyes.actor, row.id))) return null
  const { answers: _, eventId: __, call: ___, ...shown } = eyes.seesDecisions ? row : asAnnounced(row)
  const state: State = stateFor(row, eyes.seesDecisions ? 'committee' : 'speaker')
  return {
    ...shown,
    facts: row,
    state,
    answers: await listAnswers(row, eyes.reads),
    speakers: eyes.seesNames ? await listSpeakers(row.id, eyes) : null,
    speakerAnswers: eyes.seesNames ? await listSpeakerAnswers(row, eyes.reads) : [],
  }
}
export type RedactedProposal = NonNullable<Awaited<ReturnType<typeof redactedProposal>>>

/** What is decided and not announced, taken out. */
function asAnnounced<Row extends Facts>(row: Row): Row {
  return {
    ...row,
    recommendation: null,
    decision: row.announced,
    decidedAt: row.announcedAt,
    decisionReason: null,
  }
}

async function listSpeakers(proposalId: string, { seesAddresses }: Eyes) {
  const rows = await db.proposalSpeaker.findMany({
    where: { proposalId },
    orderBy: { position: 'asc' },
    select: { person: { select: { slug: true, name: true, email: true, affiliation: true } } },
  })
  return rows.map(({ person }) => (seesAddresses ? person : { ...person, email: null }))
}

/** Moves of which nobody outside the chairs knows before an announcement. */
const UNANNOUNCED = ['recommend', 'decide', 'correct', 'promote', 'undo']

/** The log of a proposal: on which side each move was made, and for eyes that may know by whom. */
export async function redactedMoves(eyes: Eyes, proposalId: string) {
  const moves = await db.proposalMove.findMany({
    where: { proposalId, ...(eyes.seesDecisions ? {} : { move: { notIn: UNANNOUNCED } }) },
    orderBy: { id: 'asc' },
    select: { id: true, move: true, at: true, actorId: true, detail: true },
  })
  const ids = eyes.seesNames ? moves.flatMap(({ actorId }) => actorId ?? []) : []
  const people =
    ids.length > 0 ? await db.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } }) : []
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return moves.map(({ id, move, at, actorId, detail }) => {
    const { side, decision } = readDetail(detail)
    return { id: String(id), move, at, side, decision, by: (actorId && names.get(actorId)) ?? null }
  })
}

function readDetail(detail: unknown): { side: Side; decision: string | null } {
  const says = (key: string) =>
    typeof detail === 'object' && detail !== null && key in detail ? (Reflect.get(detail, key) as unknown) : null
  const decision = says('decision')
  return {
    side: says('side') === 'committee' ? 'committee' : 'speaker',
    decision: typeof decision === 'string' ? decision : null,
  }
}

/** The speakers of a proposal `p` as JSON, in SQL; null for eyes that see none. */
export function speakersSql({ seesNames }: Eyes): Prisma.Sql {
  return seesNames
    ? Prisma.sql`(select json_agg(json_build_object('name', person.name, 'slug', person.slug) order by s.position)
        from proposal_speaker s join person on person.id = s.person_id where s.proposal_id = p.id)`
    : Prisma.sql`null::json`
}

/** Whether a text like this pattern stands in a proposal `p`: in its names too, where these eyes see them. */
export function matchesSql({ seesNames }: Eyes, pattern: string): Prisma.Sql {
  const byName = Prisma.sql`or exists (select from proposal_speaker s join person on person.id = s.person_id
    where s.proposal_id = p.id and person.name ilike ${pattern})`
  return Prisma.sql`(p.title ilike ${pattern} or p.abstract ilike ${pattern} or p.code ilike ${pattern}
    ${seesNames ? byName : Prisma.empty})`
}
