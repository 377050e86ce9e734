import type { Person } from '@/features/access/schema'
import { TERMS, toTerms } from '@/features/calls/queries/calls'
import { type CallTerms, type CodeTerms, refuseByCall, windowFor } from '@/features/calls/rules/windows'
import { answersIn } from '@/features/calls/schema/typed'
import { db } from '@/lib/db'
import { hashToken } from '@/lib/tokens'
import { statedDeadline, stateFor } from '../rules'
import { KeptContent } from '../schema'
import { FACTS, TEXT, textOf } from './facts'

const EVENT = { select: { slug: true, name: true, timeZone: true } } as const
const DATED = {
  select: {
    ...EVENT.select,
    startsOn: true,
    endsOn: true,
    rounds: { select: { opensAt: true, closesAt: true } },
  },
} as const
const CALL = { select: { ...TERMS, kind: true, name: true, timeZone: true } } as const
const CODE = { select: { code: true, expiresAt: true, mostUses: true, uses: true } } as const

/** Until when it can be handed in or changed, in the zone in which that was stated, and whether it can now. */
function standing(
  row: {
    call: Parameters<typeof toTerms>[0] & { timeZone: string | null }
    event: { timeZone: string }
    accessCode: Omit<CodeTerms, 'isUsedHere'> | null
    submittedAt: Date | null
  },
  format: string | null,
  now: Date,
) {
  const terms: CallTerms = toTerms(row.call)
  const code = row.accessCode && { ...row.accessCode, isUsedHere: row.submittedAt !== null }
  const byCode = refuseByCall(terms, { format, code: null, now }) !== null
  const isCallOpen = refuseByCall(terms, { format, code, now }) === null
  const deadline = isCallOpen && byCode ? (code?.expiresAt ?? null) : statedDeadline(windowFor(terms, format), now)
  return { deadline, deadlineZone: row.call.timeZone ?? row.event.timeZone, isCallOpen }
}

/** A person's own proposals, the last touched first; in one event or in all of them. Read with a speaker's eyes. */
export async function listOwnProposals(person: Person, event: { id: string } | null, now: Date) {
  const rows = await db.proposal.findMany({
    where: { speakers: { some: { personId: person.id } }, ...(event ? { eventId: event.id } : {}) },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    select: { ...FACTS, ...TEXT, code: true, updatedAt: true, event: EVENT, call: CALL, accessCode: CODE },
  })
  return rows.map((row) => ({
    ...textOf(row),
    code: row.code,
    event: row.event,
    updatedAt: row.updatedAt,
    state: stateFor(row, 'speaker'),
    /** One is asked to speak in it, and has not answered. */
    isInvited: row.speakers.some((speaker) => speaker.person.id === person.id && !speaker.isAccepted),
    submittedAt: row.submittedAt,
    answerBy: row.answerBy,
    ...standing(row, row.format?.slug ?? null, now),
  }))
}
export type OwnListed = Awaited<ReturnType<typeof listOwnProposals>>[number]

/** One proposal as its speakers read it, or null where it is not theirs. Nothing unannounced is in it. */
export async function getOwnProposal(person: Person, code: string, now: Date) {
  const row = await db.proposal.findFirst({
    where: { code: code.toUpperCase(), speakers: { some: { personId: person.id } } },
    select: {
      ...FACTS,
      ...TEXT,
      id: true,
      code: true,
      createdAt: true,
      submissionKey: true,
      callId: true,
      event: DATED,
      call: CALL,
      accessCode: CODE,
      speakers: {
        ...TEXT.speakers,
        select: { ...TEXT.speakers.select, answers: true },
      },
      format: { select: { slug: true, name: true, minutes: true } },
      track: { select: { slug: true, name: true } },
      level: { select: { slug: true, name: true } },
    },
  })
  if (!row) return null
  const { startsOn, endsOn, rounds, ...event } = row.event
  const isTold = row.announced !== null && row.announced === row.decision
  return {
    code: row.code,
    event,
    /** The days of the event, and when reviewers read: what of it was stated. */
    days: { startsOn, endsOn },
    review: periodOf(rounds),
    callId: row.callId,
    call: { kind: row.call.kind, name: row.call.name },
    accessCode: row.accessCode?.code ?? '',
    /** What its reader answered about themselves. */
    aboutMe: answersIn(row.speakers.find((speaker) => speaker.person.id === person.id)?.answers),
    version: row.version,
    savedAt: row.versions[0]?.savedAt ?? row.createdAt,
    submissionKey: row.submissionKey,
    text: textOf(row),
    format: row.format,
    track: row.track,
    level: row.level,
    speakers: row.speakers.map(({ person }) => ({ id: person.id, name: person.name })),
    state: stateFor(row, 'speaker'),
    submittedAt: row.submittedAt,
    withdrawnAt: row.withdrawnAt,
    announcedAt: row.announcedAt,
    announced: row.announced,
    reason: isTold ? row.decisionReason : null,
    answerBy: row.answerBy,
    answeredAt: row.answeredAt,
    cancelledAt: row.cancelledAt,
    ...standing(row, row.format?.slug ?? null, now),
    messages: await listReviewersWords(row.id, isTold),
  }
}
export type OwnProposal = NonNullable<Awaited<ReturnType<typeof getOwnProposal>>>

/** What reviewers wrote for the speaker, unsigned, once the decision has been announced. */
async function listReviewersWords(proposalId: string, isTold: boolean): Promise<string[]> {
  if (!isTold) return []
  const reviews = await db.review.findMany({
    where: { proposalId, submittedAt: { not: null }, abstained: false, setAside: false, forSpeaker: { not: '' } },
    // In no order that would tell who wrote what.
    orderBy: { forSpeaker: 'asc' },
    select: { forSpeaker: true },
  })
  return reviews.map(({ forSpeaker }) => forSpeaker)
}

/** What this browser kept before its sign-in, or null: nothing, expired, or of another event. */
export async function getPendingDraft(token: string, eventSlug: string, now: Date) {
  const row = await db.pendingDraft.findFirst({
    where: { tokenHash: hashToken(token), eventSlug, expires: { gt: now } },
    select: { content: true },
  })
  return row ? (KeptContent.safeParse(row.content).data ?? null) : null
}

/** From the first opening to the last closing of all rounds; null where a round states none. */
function periodOf(rounds: { opensAt: Date | null; closesAt: Date | null }[]) {
  const [opens, closes] = [
    rounds.flatMap(({ opensAt }) => opensAt ?? []),
    rounds.flatMap(({ closesAt }) => closesAt ?? []),
  ]
  const moment = (times: Date[], pick: (...times: number[]) => number) =>
    times.length === rounds.length && times.length > 0 ? new Date(pick(...times.map((time) => time.getTime()))) : null
  return { opensAt: moment(opens, Math.min), closesAt: moment(closes, Math.max) }
}
