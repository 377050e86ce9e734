import type { AuthorizedEvent } from '@/features/access/queries'
import { can } from '@/features/access/rules'
import type { Actor } from '@/features/access/schema'
import { db } from '@/lib/db'
import { isNews, stateFor } from '../rules'
import type { Facts, Side } from '../schema'
import { ANSWERED, audienceOf, listAnswers, listSpeakerAnswers } from './answers'
import { FACTS } from './facts'
import { seesDecisions } from './state'

const CHOICE = { select: { slug: true, name: true } } as const

/**
 * One submitted proposal as the committee reads it; null where there is none, or where the actor speaks in it or has a
 * conflict with it. Names, and who made which move, only for who may know.
 */
export async function getProposal(event: AuthorizedEvent, actor: Actor, code: string) {
  const seesNames = can(actor, 'get', 'proposals/identity', { eventId: event.id })
  const row = await db.proposal.findFirst({
    where: {
      code: code.toUpperCase(),
      eventId: event.id,
      submittedAt: { not: null },
      ...(actor.kind === 'person'
        ? { speakers: { none: { personId: actor.id } }, conflicts: { none: { personId: actor.id } } }
        : {}),
    },
    select: {
      ...FACTS,
      ...ANSWERED,
      code: true,
      title: true,
      abstract: true,
      version: true,
      format: { select: { slug: true, name: true, minutes: true } },
      track: CHOICE,
      level: CHOICE,
      moves: { orderBy: { id: 'asc' }, select: { id: true, move: true, at: true, actorId: true, detail: true } },
    },
  })
  if (!row) return null
  const isOpen = seesDecisions(actor, event)
  const { moves, answers: _, eventId: __, call: ___, ...rest } = isOpen ? row : asAnnounced(row)
  const reader = audienceOf(actor, event)
  return {
    ...rest,
    state: stateFor(row, isOpen ? 'committee' : 'speaker'),
    isNews: isOpen && isNews(row),
    answers: await listAnswers(row, reader),
    speakers: seesNames ? await listSpeakers(row.code) : null,
    speakerAnswers: seesNames ? await listSpeakerAnswers(row, reader) : [],
    moves: await withNames(moves, seesNames),
  }
}
export type CommitteeProposal = NonNullable<Awaited<ReturnType<typeof getProposal>>>

/** Moves of which nobody outside the chairs knows before an announcement. */
const UNANNOUNCED = new Set(['recommend', 'decide', 'correct', 'promote', 'undo'])

/** What is decided and not announced, taken out. */
function asAnnounced<Row extends Facts & { moves: MoveRow[] }>(row: Row): Row {
  return {
    ...row,
    recommendation: null,
    decision: row.announced,
    decidedAt: row.announcedAt,
    decisionReason: null,
    moves: row.moves.filter(({ move }) => !UNANNOUNCED.has(move)),
  }
}

async function listSpeakers(code: string) {
  const rows = await db.proposalSpeaker.findMany({
    where: { proposal: { code } },
    orderBy: { position: 'asc' },
    select: { person: { select: { slug: true, name: true, email: true, affiliation: true } } },
  })
  return rows.map(({ person }) => person)
}

type MoveRow = { id: bigint; move: string; at: Date; actorId: string | null; detail: unknown }

/** The log: on which side each move was made, and for who may know by whom. */
async function withNames(moves: MoveRow[], seesNames: boolean) {
  const ids = seesNames ? moves.flatMap(({ actorId }) => actorId ?? []) : []
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
