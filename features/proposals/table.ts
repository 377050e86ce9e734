import type { Resource, Verb } from '@/features/access/schema'
import type { MailKind } from './emails/kinds'
import type { Decision, Facts, State } from './schema'

/** Why a move is not made: the word that the API says, and the sentence that people read. */
export const REFUSALS = {
  'not-found': 'There is no such proposal.',
  forbidden: 'This is not yours to do.',
  conflict: 'You have a conflict of interest here: somebody else on the committee must do this.',
  'no-call': 'This event has no call for proposals.',
  'not-open-yet': 'The call for proposals has not opened yet.',
  closed: 'The call for proposals has closed.',
  'code-needed': 'This call is by invitation: an access code opens it.',
  'code-unknown': 'This call has no such access code.',
  'code-expired': 'This access code has expired.',
  'code-used-up': 'This access code has been used as often as it could be.',
  'event-limit-reached': 'You have submitted as many proposals as this event takes from one person.',
  frozen: 'These answers can no longer be changed.',
  'limit-reached': 'You have submitted as many proposals as this call takes from one person.',
  incomplete: 'Something is still missing.',
  invalid: 'Something is not as it must be.',
  overtaken: 'Somebody has saved another text in the meantime.',
  'not-submitted': 'This proposal has not been submitted.',
  'not-decided': 'Nothing has been decided about this proposal yet.',
  'not-announced': 'The speakers have not been told of the decision yet.',
  'already-submitted': 'This proposal has been submitted already.',
  'already-withdrawn': 'This proposal was withdrawn.',
  'already-accepted': 'This proposal has been accepted already.',
  'already-waitlisted': 'This proposal is on the waiting list.',
  'already-rejected': 'This proposal was not accepted.',
  'already-confirmed': 'The speaker has confirmed already: cancel the session instead.',
  'already-declined': 'The speaker has declined.',
  'already-cancelled': 'This session was cancelled.',
  'already-announced': 'The speakers have been told already.',
  'answer-too-late': 'The time to answer has passed: write to the committee.',
  'answers-missing': 'Before it is confirmed, all who speak in it answer what the event must know.',
  'answer-in-time': 'There is still time to answer.',
  'nothing-to-undo': 'There is nothing here that can be undone.',
  'mail-incomplete': 'The mail would have a gap: a placeholder of its template has nothing to say here.',
  stale: 'The day that this mail names has passed: discard it and promote the proposal anew.',
} as const
export type Refusal = keyof typeof REFUSALS

/** What must hold beside the state; each is a rule in rules.ts. */
export type Requirement =
  | 'call-is-open'
  | 'call-is-open-for-speakers'
  | 'within-limit'
  | 'complete'
  | 'never-announced'
  | 'open-decision'
  | 'announced'
  | 'announced-as-waitlisted'
  | 'news'
  | 'told'
  | 'answer-in-time'
  | 'answered'
  | 'silent'
  | 'undoable'

/** What a move brings with it. */
export interface MoveInput {
  now: Date
  decision?: Decision
  reason?: string | null
  answerBy?: Date
  /** Of an undo: what the move that it undoes has written over. */
  before?: Partial<Facts>
}

/** When the mail of a move goes: with the move, with the announcement that follows it, or when a chair has read it. */
export type MailMoment = 'at-once' | 'when-announced' | 'as-draft'

interface MoveRow {
  does: string
  /** From which states, as this side reads them, it may make the move; a side that is absent may never. */
  by: {
    speaker?: readonly State[]
    committee?: { from: readonly State[]; verb: Verb; resource: Resource }
  }
  must: readonly Requirement[]
  /** The facts that it writes. */
  sets: (facts: Facts, input: MoveInput) => Partial<Facts>
  /** To the one who proposed, or to everybody who speaks: co-speakers hear of it once the committee has said yes or no. */
  mail: { kind: MailKind; to: 'proposer' | 'speakers'; goes: MailMoment } | null
  /** By which other move, or `none`; and what is to be known of it. */
  undone: { by: string; note?: string }
  /** Keeps what it writes over in the log, so that `undo` can bring it back. */
  keepsBefore?: true
}

const DECIDABLE = ['submitted', 'accepted', 'waitlisted', 'rejected'] as const

const undecided = { decision: null, decisionReason: null, decidedAt: null }
const unanswered = { answer: null, answeredAt: null, answerBy: null }
const unannounced = { announced: null, announcedAt: null, ...unanswered }

/**
 * The life of a proposal, one row for each move: who may make it and when, what it writes, which mail follows, how it
 * is undone. The rules, the commands and the tests are made from it. A speaker's states say nothing that has not been
 * announced, so no refusal can either.
 */
export const MOVES = {
  submit: {
    does: 'Hands the proposal to the committee.',
    by: { speaker: ['draft', 'withdrawn'] },
    must: ['call-is-open', 'never-announced', 'complete', 'within-limit'],
    sets: (_, { now }) => ({ submittedAt: now, withdrawnAt: null, recommendation: null, ...undecided }),
    mail: { kind: 'received', to: 'proposer', goes: 'at-once' },
    undone: { by: 'withdraw' },
  },
  edit: {
    does: 'Changes the text of a submitted proposal. (A draft is saved, which is no move.)',
    by: {
      speaker: ['submitted'],
      committee: { from: [...DECIDABLE, 'confirmed'], verb: 'update', resource: 'proposals' },
    },
    must: ['call-is-open-for-speakers', 'complete'],
    sets: () => ({}),
    mail: null,
    undone: { by: 'edit', note: 'every version is kept' },
  },
  withdraw: {
    does: 'Takes the proposal back before it is accepted.',
    by: { speaker: ['submitted', 'waitlisted'] },
    must: [],
    sets: (_, { now }) => ({ withdrawnAt: now }),
    mail: { kind: 'withdrawn', to: 'proposer', goes: 'at-once' },
    undone: { by: 'submit', note: 'while the call is open and nothing has been announced' },
  },
  recommend: {
    does: 'Says what the committee should decide. It binds nobody, and no speaker reads it.',
    by: { committee: { from: DECIDABLE, verb: 'update', resource: 'reviews/own' } },
    must: ['never-announced'],
    sets: (_, { decision = null }) => ({ recommendation: decision }),
    mail: null,
    undone: { by: 'undo' },
    keepsBefore: true,
  },
  decide: {
    does: 'Accepts, puts on the waiting list or rejects; nobody is told before it is announced.',
    by: { committee: { from: [...DECIDABLE, 'declined'], verb: 'decide', resource: 'decisions' } },
    must: ['open-decision'],
    sets: (facts, { now, decision = null, reason = null }) => ({
      decision,
      decisionReason: reason,
      decidedAt: now,
      // A speaker who had declined is asked afresh.
      ...(facts.answer === 'declined' ? unannounced : {}),
    }),
    mail: null,
    undone: { by: 'undo', note: 'until it is announced; then correct' },
    keepsBefore: true,
  },
  correct: {
    does: 'Decides otherwise than has been announced; the speakers are told by the next announcement.',
    by: { committee: { from: ['accepted', 'waitlisted', 'rejected'], verb: 'decide', resource: 'decisions' } },
    must: ['announced'],
    sets: (_, { now, decision = null, reason = null }) => ({ decision, decisionReason: reason, decidedAt: now }),
    mail: { kind: 'correction', to: 'speakers', goes: 'when-announced' },
    undone: { by: 'undo', note: 'until it is announced; then correct again' },
    keepsBefore: true,
  },
  promote: {
    does: 'Gives a place that has become free to a proposal of the waiting list; sending its draft announces it.',
    by: { committee: { from: ['waitlisted'], verb: 'decide', resource: 'decisions' } },
    must: ['announced-as-waitlisted'],
    sets: (_, { now }) => ({ decision: 'accepted', decidedAt: now }),
    mail: { kind: 'promotion', to: 'speakers', goes: 'as-draft' },
    undone: { by: 'undo', note: 'which discards the draft; once that is sent, correct' },
    keepsBefore: true,
  },
  announce: {
    does: 'Tells the speakers what was decided.',
    by: { committee: { from: ['accepted', 'waitlisted', 'rejected'], verb: 'announce', resource: 'decisions' } },
    must: ['news'],
    sets: ({ decision }, { now, answerBy }) => ({
      ...unanswered,
      announced: decision,
      announcedAt: now,
      answerBy: decision === 'accepted' ? (answerBy ?? null) : null,
    }),
    mail: { kind: 'decision', to: 'speakers', goes: 'at-once' },
    undone: { by: 'correct', note: 'which, announced, tells the speakers that it is a correction' },
  },
  confirm: {
    does: 'The speaker will give the talk.',
    by: { speaker: ['accepted'], committee: { from: ['accepted'], verb: 'update', resource: 'proposals' } },
    must: ['told', 'answer-in-time', 'answered'],
    sets: (_, { now }) => ({ answer: 'confirmed', answeredAt: now }),
    mail: { kind: 'confirmed', to: 'speakers', goes: 'at-once' },
    undone: { by: 'cancel' },
  },
  decline: {
    does: 'The speaker will not give the talk.',
    by: { speaker: ['accepted'], committee: { from: ['accepted'], verb: 'update', resource: 'proposals' } },
    must: ['told'],
    sets: (_, { now }) => ({ answer: 'declined', answeredAt: now }),
    mail: { kind: 'declined', to: 'speakers', goes: 'at-once' },
    undone: { by: 'decide', note: 'and announce anew' },
  },
  lapse: {
    does: 'Takes silence after the day of the answer for a no: a chair does it, or the clock where a chair said so.',
    by: { committee: { from: ['accepted'], verb: 'update', resource: 'proposals' } },
    must: ['told', 'silent'],
    sets: (_, { now }) => ({ answer: 'declined', answeredAt: now }),
    mail: { kind: 'lapsed', to: 'speakers', goes: 'as-draft' },
    undone: { by: 'decide', note: 'and announce anew' },
  },
  cancel: {
    does: 'A confirmed session will not take place.',
    by: { speaker: ['confirmed'], committee: { from: ['confirmed'], verb: 'update', resource: 'proposals' } },
    must: [],
    sets: (_, { now }) => ({ cancelledAt: now }),
    mail: { kind: 'cancelled', to: 'speakers', goes: 'at-once' },
    undone: { by: 'none', note: 'the speaker proposes anew' },
  },
  undo: {
    does: 'Brings back what the last recommendation, decision, correction or promotion has written over.',
    by: { committee: { from: DECIDABLE, verb: 'decide', resource: 'decisions' } },
    must: ['undoable'],
    sets: (_, { before = {} }) => before,
    mail: null,
    undone: { by: 'none', note: 'decide anew' },
  },
} as const satisfies Record<string, MoveRow>

export type MoveName = keyof typeof MOVES
/** The row of a move, in the common shape. */
export const moveRow = (move: MoveName): MoveRow => MOVES[move]
