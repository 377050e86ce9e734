import type { AuthorizedEvent } from '@/features/access/queries'
import type { Actor, Person } from '@/features/access/schema'
import { getCall, getCallById, getCodeOf } from '@/features/calls/queries/calls'
import type { Answers } from '@/features/calls/schema/question'
import { type Tx, transaction } from '@/lib/db'
import * as purge from '@/lib/purge'
import { uuidOf } from '@/lib/uuid'
import { textOf } from '../queries/facts'
import { compareVersions, refuseMove, stateFor } from '../rules'
import type { FieldError, Overtaken, ProposalDraft, ProposalInput, Side } from '../schema'
import type { Refusal } from '../table'
import { answersAbout, keepFrozen, listProblems, saveAboutMe } from './answers'
import { attachCode, codeProblem, useCode } from './codes'
import { recordMoves } from './record'
import { takeSnapshots } from './snapshot'
import { syncCoSpeakers } from './speakers'
import { lockFor, lockPerson, lockProposals, type Subject } from './subject'
import { createDraft, replaceText, resolveChoices } from './text'

export interface Saved {
  code: string
  version: number
}

export type Refused = { ok: false; reason: Refusal; errors?: FieldError[]; saved?: Saved; current?: Overtaken }
export type SaveResult = ({ ok: true } & Saved) | Refused

type Submitter = Exclude<Actor, { kind: 'visitor' }>
type Writing = { actor: Submitter; event: AuthorizedEvent; input: ProposalInput; now: Date }

/**
 * Saves the text of a proposal: a draft at any time, the call open or not, so that nothing typed is lost; a submitted
 * one by the rules of the move `edit`. Creates the draft where there is none yet. Every text becomes a version.
 */
export function saveDraft(
  actor: Submitter,
  event: AuthorizedEvent,
  input: ProposalInput,
  now: Date,
): Promise<SaveResult> {
  return transaction(async (tx) => {
    const written = await write(tx, { actor, event, input, now })
    return written.ok ? { ok: true, ...savedOf(written.subject) } : written
  })
}

/**
 * Saves the text and hands the proposal to the committee. Refused, the text is saved as a draft all the same (`saved`
 * says where). Counts under a lock on the person; sent twice, it is one proposal and one mail.
 */
export function submitProposal(
  actor: Person,
  event: AuthorizedEvent,
  input: ProposalInput,
  now: Date,
): Promise<SaveResult> {
  return transaction(async (tx) => {
    if (input.code) await lockProposer(tx, event, input.code)
    const written = await write(tx, { actor, event, input, now })
    if (!written.ok) return written
    const { subject, side } = written
    const saved = savedOf(subject)
    // The second of two clicks, or the form of a page that was left open.
    if (stateFor(subject, 'speaker') === 'submitted') return { ok: true, ...saved }
    const { draft, aboutMe, accessCode } = input
    const refused = await submit(tx, { actor, event, subject, side, draft, aboutMe, accessCode, now })
    return refused ? { ...refused, saved } : { ok: true, ...saved }
  })
}

/** The move itself, of a locked proposal of a locked person, whose text is saved. Null where it is made. */
export async function submit(
  tx: Tx,
  facts: {
    actor: Submitter
    event: AuthorizedEvent
    subject: Subject
    side: Side
    draft: ProposalDraft
    aboutMe?: Answers | undefined
    accessCode?: string | undefined
    now: Date
  },
): Promise<Refused | null> {
  const { actor, event, subject, side, draft, now } = facts
  const first = subject.speakers[0]?.person
  const call = await getCallById(subject.callId, tx)
  if (!call || !first) return { ok: false, reason: 'no-call' }
  const isSpeaker = subject.speakers.some(({ person }) => actor.kind === 'person' && person.id === actor.id)
  const personId = isSpeaker && actor.kind === 'person' ? actor.id : null
  const problems = await listProblems(tx, { ...facts, call, personId })
  const counts = await countSubmitted(tx, event, subject, first.id)
  const code = await getCodeOf(subject.id, tx)
  const reason =
    refuseMove('submit', { facts: subject, side, now, call, code, draft, problems, ...counts }) ??
    (await useCode(tx, subject, call, { format: draft.format, now }))
  if (reason === 'incomplete') return { ok: false, reason, errors: problems }
  if (reason) return { ok: false, ...(await codeProblem(tx, subject, reason, facts.accessCode)) }
  await syncCoSpeakers(tx, event, subject, draft.speakers, now)
  await takeSnapshots(tx, event, speakersOf(subject), now)
  const [current] = await lockProposals(tx, event, [subject.code])
  await recordMoves(tx, 'submit', actor, event, [{ subject: current ?? subject, side, input: { now } }])
  return null
}

const speakersOf = (subject: Subject) =>
  subject.speakers.flatMap(({ person, isAccepted }) => (isAccepted ? person.id : []))

/** Locks the person whose proposals are counted. Always before the proposal itself, as everywhere. */
export async function lockProposer(tx: Tx, event: AuthorizedEvent, code: string): Promise<void> {
  const first = await tx.proposalSpeaker.findFirst({
    where: { proposal: { code: code.toUpperCase(), eventId: event.id } },
    orderBy: { position: 'asc' },
    select: { personId: true },
  })
  if (first) await lockPerson(tx, event, first.personId)
}

type Written = { ok: true; subject: Subject; side: Side } | Refused

async function write(tx: Tx, writing: Writing): Promise<Written> {
  const { actor, event, input } = writing
  if (input.code) {
    const found = await lockFor(tx, 'edit', actor, event, input.code)
    if (!found.ok) return found
    if (!input.accessCode) return change(tx, writing, found)
    // The code is asked for while the text is judged, and stays only where the text does.
    await tx.$executeRaw`savepoint before_code`
    await attachCode(tx, found.subject, input.accessCode)
    const changed = await change(tx, writing, found)
    if (!changed.ok) await tx.$executeRaw`rollback to savepoint before_code`
    return changed
  }
  if (actor.kind !== 'person') return { ok: false, reason: 'not-found' }
  await lockPerson(tx, event, actor.id)
  const known = input.key ? await findByKey(tx, event, actor, input.key) : null
  if (known) return change(tx, writing, { subject: known, side: 'speaker' })
  return create(tx, writing, actor)
}

/** Of a form whose key is taken: one browser may keep a text for two who share it, and each saves their own. */
const ownKey = (event: AuthorizedEvent, actor: Person, key: string) => uuidOf(`${event.id} ${actor.id}`, key)

/** What this form has made before: sent again, it is the same proposal. */
async function findByKey(tx: Tx, event: AuthorizedEvent, actor: Person, key: string): Promise<Subject | null> {
  const known = await tx.proposal.findFirst({
    where: {
      submissionKey: { in: [key, ownKey(event, actor, key)] },
      eventId: event.id,
      speakers: { some: { personId: actor.id } },
    },
    select: { code: true },
  })
  return known ? ((await lockProposals(tx, event, [known.code]))[0] ?? null) : null
}

async function create(tx: Tx, { event, input, now }: Writing, actor: Person): Promise<Written> {
  const call = await getCall(event.id, input.call || null, tx)
  if (!call) return { ok: false, reason: 'no-call' }
  const { ids, errors } = await resolveChoices(tx, event, input.draft)
  if (errors.length > 0) return { ok: false, reason: 'invalid', errors }
  const answers = await keepFrozen(tx, event, 'proposal', { answers: input.draft.answers, earlier: {}, now })
  const draft = { ...input.draft, answers }
  const facts = { event, callId: call.id, speakerId: actor.id, createdById: actor.id, draft, ids, form: input.form }
  const keys = input.key ? [input.key, ownKey(event, actor, input.key), null] : [null]
  let row: Awaited<ReturnType<typeof createDraft>> = null
  for (const key of keys) row ??= await createDraft(tx, { ...facts, key }, now)
  const [subject] = row ? await lockProposals(tx, event, [row.code]) : []
  if (!subject) throw new Error('A draft that was just written cannot be read')
  if (input.accessCode) await attachCode(tx, subject, input.accessCode)
  if (input.aboutMe) await keepAboutMe(tx, event, subject, actor.id, { answers: input.aboutMe, earlier: {}, now })
  return { ok: true, subject, side: 'speaker' }
}

async function change(
  tx: Tx,
  { actor, event, input, now }: Writing,
  { subject, side }: { subject: Subject; side: Side },
): Promise<Written> {
  const current = textOf(subject)
  const personId = side === 'speaker' && actor.kind === 'person' ? actor.id : null
  const earlier = personId ? await answersAbout(tx, subject.id, personId) : {}
  const aboutMe = personId ? (input.aboutMe ?? earlier) : earlier
  const known = { version: subject.version, draft: current, aboutMe: earlier }
  const comparison = compareVersions(input.version, known, input.draft, aboutMe)
  if (comparison === 'unchanged') return { ok: true, subject, side }
  const state = stateFor(subject, side)
  const isDraft = side === 'speaker' && (state === 'draft' || state === 'withdrawn')
  if (!isDraft) {
    const call = await getCallById(subject.callId, tx)
    if (!call) return { ok: false, reason: 'no-call' }
    const asked = { event, subject, call, draft: input.draft, side, personId, aboutMe, now }
    const problems = await listProblems(tx, asked)
    const code = await getCodeOf(subject.id, tx)
    const reason = refuseMove('edit', { facts: subject, side, now, draft: input.draft, problems, call, code })
    if (reason) return { ok: false, reason, ...(reason === 'incomplete' ? { errors: problems } : {}) }
  }
  if (comparison === 'overtaken' && !(await isOwnSave(tx, subject, input)))
    return { ok: false, reason: 'overtaken', current: await overtakenBy(tx, subject, current) }
  const { ids, errors } = await resolveChoices(tx, event, input.draft)
  if (errors.length > 0) return { ok: false, reason: 'invalid', errors }
  const typed = { answers: input.draft.answers, earlier: current.answers, now }
  const answers = side === 'speaker' ? await keepFrozen(tx, event, 'proposal', typed) : typed.answers
  const draft = { ...input.draft, answers }
  const savedById = actor.kind === 'person' ? actor.id : null
  if (personId) await keepAboutMe(tx, event, subject, personId, { answers: aboutMe, earlier, now })
  await replaceText(tx, subject, { savedById, draft, ids, form: input.form }, now)
  if (!isDraft) {
    await syncCoSpeakers(tx, event, { ...subject, title: draft.title }, draft.speakers, now)
    await recordMoves(tx, 'edit', actor, event, [{ subject, side, input: { now } }])
    // Its page shows the answers that all may read.
    if (subject.answer === 'confirmed') await purge.tags(tx, [`schedule:${event.slug}`])
  }
  const [changed] = await lockProposals(tx, event, [subject.code])
  return { ok: true, subject: changed ?? subject, side }
}

/** Whether all that was saved since came from this very form: its answers were lost on the way, its text was not. */
async function isOwnSave(tx: Tx, { id }: Subject, { form, version }: ProposalInput): Promise<boolean> {
  if (!form) return false
  const since = await tx.proposalVersion.findMany({
    where: { proposalId: id, version: { gt: version } },
    select: { form: true },
  })
  return since.every((saved) => saved.form === form)
}

async function overtakenBy(tx: Tx, subject: Subject, draft: ProposalDraft): Promise<Overtaken> {
  const [last] = subject.versions
  const editor = last?.savedById
    ? await tx.person.findUnique({ where: { id: last.savedById }, select: { name: true } })
    : null
  return { ...savedOf(subject), draft, savedAt: last?.savedAt ?? null, savedBy: editor?.name ?? null }
}

const savedOf = ({ code, version }: Subject): Saved => ({ code, version })

async function keepAboutMe(
  tx: Tx,
  event: AuthorizedEvent,
  subject: Subject,
  personId: string,
  typed: { answers: Answers; earlier: Answers; now: Date },
): Promise<void> {
  await saveAboutMe(tx, subject.id, personId, await keepFrozen(tx, event, 'speaker', typed))
}

/** The other proposals of this person that were taken: by this call, and by all of the event. */
async function countSubmitted(tx: Tx, event: AuthorizedEvent, { id, callId }: Subject, personId: string) {
  const counts = await tx.proposal.groupBy({
    by: ['callId'],
    where: {
      eventId: event.id,
      id: { not: id },
      submittedAt: { not: null },
      withdrawnAt: null,
      speakers: { some: { personId } },
    },
    _count: true,
  })
  return {
    submittedElsewhere: counts.find((each) => each.callId === callId)?._count ?? 0,
    submittedInEvent: counts.reduce((sum, { _count }) => sum + _count, 0),
  }
}
