import type { Prisma } from '@/generated/prisma/client'
import { db, type Tx } from '@/lib/db'

/** What decides whether a call takes a proposal. */
export const TERMS = {
  opensAt: true,
  closesAt: true,
  graceMinutes: true,
  byInvitation: true,
  formats: { select: { closesAt: true, format: { select: { slug: true } } } },
} as const satisfies Prisma.CallSelect

const CALL = {
  ...TERMS,
  id: true,
  kind: true,
  name: true,
  position: true,
  closesByDay: true,
  limitPerPerson: true,
  guidance: true,
  timeZone: true,
  languages: true,
  tracks: { select: { track: { select: { slug: true } } } },
  event: { select: { timeZone: true, languages: true, limitPerPerson: true } },
} as const satisfies Prisma.CallSelect

type TermsRow = Prisma.CallGetPayload<{ select: typeof TERMS }>
type CallRow = Prisma.CallGetPayload<{ select: typeof CALL }>

/** A call's terms, its formats by their slugs. */
export function toTerms<Row extends TermsRow>(row: Row) {
  const { formats, ...rest } = row
  return { ...rest, formats: formats.map(({ closesAt, format }) => ({ slug: format.slug, closesAt })) }
}

function toFacts({ event, tracks, ...row }: CallRow) {
  return {
    ...toTerms(row),
    /** Slugs of the tracks that it takes; none: all. */
    tracks: tracks.map(({ track }) => track.slug),
    timeZone: row.timeZone ?? event.timeZone,
    languages: row.languages.length > 0 ? row.languages : event.languages,
    /** Over all calls of the event. */
    eventLimit: event.limitPerPerson,
  }
}
export type CallFacts = ReturnType<typeof toFacts>

/** The calls of an event, in their order; that for talks before the others of its place. */
export async function listCalls(eventId: string, tx: Tx = db): Promise<CallFacts[]> {
  const rows = await tx.call.findMany({
    where: { eventId },
    select: CALL,
    orderBy: [{ position: 'asc' }, { kind: 'asc' }],
  })
  const isOther = ({ kind }: CallFacts) => Number(kind !== 'talks')
  return rows.map(toFacts).sort((a, b) => a.position - b.position || isOther(a) - isOther(b))
}

/** The call of this kind, or the first where none is named; null where the event has no such call. */
export async function getCall(eventId: string, kind: string | null = null, tx: Tx = db): Promise<CallFacts | null> {
  const calls = await listCalls(eventId, tx)
  return (kind ? calls.find((call) => call.kind === kind) : calls[0]) ?? null
}

/** The call that a proposal went to. */
export async function getCallById(id: string, tx: Tx = db): Promise<CallFacts | null> {
  const row = await tx.call.findUnique({ where: { id }, select: CALL })
  return row && toFacts(row)
}

/** An access code of this call as people type it, in whatever case; null where there is none. */
export async function findCode(callId: string, code: string, tx: Tx = db) {
  if (!code.trim()) return null
  return tx.accessCode.findFirst({
    where: { callId, code: code.trim().toUpperCase() },
    select: { id: true, code: true, expiresAt: true, mostUses: true, uses: true },
  })
}

/** The code that a proposal carries, as it now stands for it. */
export async function getCodeOf(proposalId: string, tx: Tx = db) {
  const row = await tx.proposal.findUnique({
    where: { id: proposalId },
    select: {
      accessCode: {
        select: {
          id: true,
          callId: true,
          expiresAt: true,
          mostUses: true,
          uses: true,
          used: { where: { proposalId }, select: { codeId: true } },
        },
      },
    },
  })
  const code = row?.accessCode
  return code ? { ...code, isUsedHere: code.used.length > 0 } : null
}
