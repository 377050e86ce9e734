import { addMinutes } from 'date-fns'
import { z } from 'zod'
import { type CallTerms, type CodeTerms, refuseByCall, takesFormat, takesTrack } from '@/features/calls/rules/windows'
import type { Answers } from '@/features/calls/schema/question'
import { compactAnswers } from '@/features/calls/schema/typed'
import type { MailKind } from './emails/kinds'
import type { Facts, FieldError, ProposalDraft, Side, State } from './schema'
import { MOVES, type MoveName, moveRow, type Refusal, type Requirement } from './table'

/** Where a proposal stands, for the one who reads it: speakers know of a decision once it has been announced. */
export function stateFor(facts: Facts, reader: Side): State {
  if (facts.cancelledAt) return 'cancelled'
  if (facts.withdrawnAt) return 'withdrawn'
  if (!facts.submittedAt) return 'draft'
  const decision = reader === 'speaker' ? facts.announced : facts.decision
  if (decision === 'accepted' && facts.announced === 'accepted') return facts.answer ?? 'accepted'
  return decision ?? 'submitted'
}

/** Decided, and the speakers have not been told; or they were told something else. */
export function isNews({ decision, announced }: Pick<Facts, 'decision' | 'announced'>): boolean {
  return decision !== null && decision !== announced
}

/** Whether its speaker can still change the text: a draft always, what was handed in while the call is open. */
export function canEdit(proposal: { state: State; announced: Facts['announced']; isCallOpen: boolean }): boolean {
  if (proposal.state === 'draft') return true
  if (!proposal.isCallOpen || proposal.announced) return false
  return proposal.state === 'submitted' || proposal.state === 'withdrawn'
}

export interface CallWindow {
  opensAt: Date | null
  closesAt: Date | null
  graceMinutes: number
}

/** The last moment that is still in time is the one before this; null for a call without an end. */
function deadlineOf({ closesAt, graceMinutes }: CallWindow): Date | null {
  return closesAt && addMinutes(closesAt, graceMinutes)
}

/** What speakers are told: the closing moment, and within the grace its end. Null for a call without an end. */
export function statedDeadline(call: CallWindow, now: Date): Date | null {
  return call.closesAt && now < call.closesAt ? call.closesAt : deadlineOf(call)
}

const WEEK = 7 * 24 * 60

/** Whether a form still makes sense: before, during, and for a week after, for whoever was too late and wants to keep it. */
export function isFormShown(call: CallWindow, now: Date): boolean {
  const deadline = deadlineOf(call)
  return deadline === null || now < addMinutes(deadline, WEEK)
}

/** Why the call takes nothing right now, or null. The closing moment itself is too late, unless grace is left. */
export function refuseByWindow(call: CallWindow, now: Date): 'not-open-yet' | 'closed' | null {
  if (call.opensAt && now < call.opensAt) return 'not-open-yet'
  const deadline = deadlineOf(call)
  return deadline && now >= deadline ? 'closed' : null
}

/** What a submission must hold and this draft does not, in the order of the form. */
export function missingFor({ title, abstract, format, speakers }: ProposalDraft): FieldError[] {
  const missing: FieldError[] = []
  if (!title) missing.push({ path: 'title', message: 'Give your proposal a title' })
  if (!abstract) missing.push({ path: 'abstract', message: 'Say in the abstract what it is about' })
  if (!format) missing.push({ path: 'format', message: 'Choose a format' })
  for (const [place, { email, name }] of speakers.entries()) {
    if (!name) missing.push({ path: `speakers.${place}.name`, message: 'Say who this co-speaker is' })
    if (!z.email().safeParse(email).success)
      missing.push({
        path: `speakers.${place}.email`,
        message: 'Give the co-speaker’s e-mail address, such as a@b.org',
      })
  }
  return missing
}

/** What this call does not take: a format, a track or a language of another one. */
export function problemsWithCall(
  { format, track, language }: Pick<ProposalDraft, 'format' | 'track' | 'language'>,
  call: Pick<CallTerms, 'formats'> & { tracks: string[]; languages: string[] },
): FieldError[] {
  const problems: FieldError[] = []
  if (!takesFormat(call, format)) problems.push({ path: 'format', message: 'This call does not take this format' })
  if (!takesTrack(call, track)) problems.push({ path: 'track', message: 'This call does not take this track' })
  if (call.languages.length > 0 && !call.languages.includes(language))
    problems.push({ path: 'language', message: 'This call does not take this language' })
  return problems
}

/** Everything that decides whether a move may be made. What a move does not ask for may be left out. */
export interface Question {
  facts: Facts
  side: Side
  now: Date
  call?: CallTerms & { limitPerPerson: number | null; eventLimit?: number | null }
  /** The access code that the proposal carries. */
  code?: CodeTerms | null
  draft?: ProposalDraft
  /** What keeps it from being handed in, where more is asked than `missingFor` knows. */
  problems?: FieldError[]
  /** How many other proposals this speaker has in this call, and in all calls of the event. */
  submittedElsewhere?: number
  submittedInEvent?: number
  /** How many required answers are missing, of the proposal and of each who speaks in it. */
  unanswered?: number
  /** The number of the last move that can be undone. */
  lastMove?: string | null
}

/** Why this move may not be made now, or null. Who may make it at all is `sideFor`. */
export function refuseMove(move: MoveName, question: Question): Refusal | null {
  const { by, must } = moveRow(move)
  const from = question.side === 'speaker' ? by.speaker : by.committee?.from
  if (!from) return 'forbidden'
  const state = stateFor(question.facts, question.side)
  if (!from.includes(state)) return wordFor(state, move)
  return must.map((requirement) => REQUIREMENTS[requirement](question)).find((refusal) => refusal !== null) ?? null
}

/** Why a state is not one from which this move can be made. */
function wordFor(state: State, move: MoveName): Refusal {
  if (state === 'draft') return 'not-submitted'
  if (state === 'submitted') return move === 'submit' ? 'already-submitted' : 'not-decided'
  return `already-${state}`
}

const REQUIREMENTS: Record<Requirement, (question: Question) => Refusal | null> = {
  'call-is-open': ({ call, code = null, draft, now }) =>
    call ? refuseByCall(call, { format: draft?.format ?? null, code, now }) : 'no-call',
  'call-is-open-for-speakers': (question) =>
    question.side === 'committee' ? null : REQUIREMENTS['call-is-open'](question),
  'within-limit': ({ call, submittedElsewhere = 0, submittedInEvent = submittedElsewhere }) => {
    const isReached = (limit: number | null | undefined, count: number) => limit != null && count >= limit
    if (isReached(call?.limitPerPerson, submittedElsewhere)) return 'limit-reached'
    return isReached(call?.eventLimit, submittedInEvent) ? 'event-limit-reached' : null
  },
  complete: ({ draft, problems = draft ? missingFor(draft) : [] }) =>
    draft && problems.length === 0 ? null : 'incomplete',
  'never-announced': ({ facts }) => (facts.announced ? 'already-announced' : null),
  'open-decision': ({ facts }) =>
    facts.announced === null || facts.answer === 'declined' ? null : 'already-announced',
  announced: ({ facts }) => (facts.announced ? null : 'not-announced'),
  'announced-as-waitlisted': ({ facts }) => (facts.announced === 'waitlisted' ? null : 'not-announced'),
  news: ({ facts }) => (isNews(facts) ? null : 'already-announced'),
  // The committee, which knows more, does not answer for a speaker who has not been asked.
  told: ({ facts, side }) => (side === 'committee' && isNews(facts) ? 'not-announced' : null),
  'answer-in-time': ({ facts, side, now }) =>
    side === 'speaker' && facts.answerBy && now >= facts.answerBy ? 'answer-too-late' : null,
  // The committee may have them by telephone.
  answered: ({ side, unanswered = 0 }) => (side === 'speaker' && unanswered > 0 ? 'answers-missing' : null),
  silent: ({ facts, now }) => (isSilent(facts, now) ? null : 'answer-in-time'),
  undoable: ({ lastMove }) => (lastMove ? null : 'nothing-to-undo'),
}

/** Accepted and told so, and no word came until the day that was named. */
export function isSilent({ announced, answer, answerBy }: Facts, now: Date): boolean {
  return announced === 'accepted' && answer === null && answerBy !== null && now >= answerBy
}

/** What is decided about a proposal that has been announced is corrected, and of any other decided. */
export function decidingMove(facts: Facts): 'decide' | 'correct' {
  return facts.announced === null || facts.answer === 'declined' ? 'decide' : 'correct'
}

/** Which mail tells what has been decided: the first word, a place that became free, or a correction. */
export function newsKind({ announced, decision }: Pick<Facts, 'announced' | 'decision'>): MailKind {
  if (announced === null) return 'decision'
  return announced === 'waitlisted' && decision === 'accepted' ? 'promotion' : 'correction'
}

/** The entry of the log that an undo would undo, or null: the last that keeps what was before, if nobody was told since. */
export function lastUndoable(log: LoggedMove[]): LoggedMove | null {
  const undone = new Set(log.flatMap(({ undoes }) => undoes ?? []))
  const standing = log.filter(({ id, move }) => move !== 'undo' && !undone.has(id))
  const isEnd = (move: string) => move === 'announce' || move === 'submit'
  const last = standing.findLast(({ move }) => isEnd(move) || (isMove(move) && moveRow(move).keepsBefore))
  return last && !isEnd(last.move) ? last : null
}

/** An entry of a proposal's log, oldest first: `undoes` is the number of the move that an undo undid. */
export interface LoggedMove {
  id: string
  move: string
  undoes: string | null
}

const isMove = (word: string): word is MoveName => Object.hasOwn(MOVES, word)

/** What somebody is to a proposal. */
export interface Standing {
  isSpeaker: boolean
  hasConflict: boolean
  /** Whether they hold the permission that the move's row names for the committee. */
  holdsRight: boolean
}

/**
 * The side on which somebody makes this move, or why they cannot. A conflict beats every right, the chair's too: who
 * speaks in a proposal, or has declared a conflict, never acts on it for the committee. Strangers are told nothing.
 */
export function sideFor(move: MoveName, { isSpeaker, hasConflict, holdsRight }: Standing): Side | Refusal {
  const { speaker, committee } = moveRow(move).by
  if (isSpeaker && speaker) return 'speaker'
  if (!holdsRight || !committee) return isSpeaker ? 'forbidden' : 'not-found'
  return isSpeaker || hasConflict ? 'conflict' : 'committee'
}

/** The facts as they are after the move. */
export function factsAfter(
  move: MoveName,
  facts: Facts,
  input: Parameters<ReturnType<typeof moveRow>['sets']>[1],
): Facts {
  return { ...facts, ...moveRow(move).sets(facts, input) }
}

/** What is to be done about an optimistic save: nothing, save, or show both texts. */
export function compareVersions(
  expected: number,
  current: { version: number; draft: ProposalDraft; aboutMe?: Answers } | null,
  draft: ProposalDraft,
  aboutMe: Answers = {},
): 'unchanged' | 'save' | 'overtaken' {
  if (!current) return 'save'
  const isSameAbout = isSameAnswers(current.aboutMe ?? {}, aboutMe)
  if (isSameAbout && isSameText(current.draft, draft)) return 'unchanged'
  return current.version === expected ? 'save' : 'overtaken'
}

export const isSameAnswers = (one: Answers, other: Answers) =>
  JSON.stringify(compactAnswers(one)) === JSON.stringify(compactAnswers(other))

export function isSameText(one: ProposalDraft, other: ProposalDraft): boolean {
  return canonical(one) === canonical(other)
}

function canonical({ title, abstract, format, track, level, language, speakers, ...draft }: ProposalDraft): string {
  const people = speakers.map(({ email, name }) => [email, name])
  const about = [draft.tags.toSorted(), draft.projects.toSorted(), compactAnswers(draft.answers)]
  return JSON.stringify([title, abstract, format, track, level, language, people, ...about])
}
