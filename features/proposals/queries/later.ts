import type { Person } from '@/features/access/schema'
import { listQuestions } from '@/features/calls/queries/questions'
import { laterForm, laterQuestions, unansweredOf } from '@/features/calls/rules/later'
import type { Question } from '@/features/calls/schema/question'
import { answersIn } from '@/features/calls/schema/typed'
import { db, type Tx } from '@/lib/db'
import { stateFor } from '../rules'
import type { State } from '../schema'
import { factsOf } from './answers'
import { FACTS, TEXT, textOf } from './facts'

/** In which states speakers still answer, once the text stands. */
const ANSWERS_IN: State[] = ['submitted', 'waitlisted', 'accepted', 'confirmed']

const LATER = {
  ...FACTS,
  ...TEXT,
  id: true,
  eventId: true,
  answers: true,
  call: { select: { kind: true } },
  speakers: { ...TEXT.speakers, select: { ...TEXT.speakers.select, answers: true } },
} as const

/** What the speakers of a proposal can still answer, as it was last saved; null where none of them can. */
export async function readLater(proposalId: string, now: Date, tx: Tx = db) {
  const row = await tx.proposal.findUniqueOrThrow({ where: { id: proposalId }, select: LATER })
  const state = stateFor(row, 'speaker')
  if (!ANSWERS_IN.includes(state)) return null
  const isAccepted = state === 'accepted' || state === 'confirmed'
  const draft = textOf(row)
  const facts = { ...factsOf(row), isAccepted }
  const questions = await listQuestions(row.eventId, tx)
  const open = (about: Question['about'], answers: typeof draft.answers) =>
    laterQuestions(questions, about, { answers }, facts, now)
  return {
    state,
    facts,
    draft,
    all: questions,
    version: row.version,
    proposal: open('proposal', draft.answers),
    speakers: row.speakers
      .filter((speaker) => speaker.isAccepted)
      .map(({ person, answers }) => ({
        person,
        answers: answersIn(answers),
        questions: open('speaker', answersIn(answers)),
      })),
  }
}

export interface Unanswered {
  key: string
  label: string
  /** Who is to answer it; null: any of them, about the proposal. */
  by: { id: string; name: string } | null
}

/** The required answers that a proposal and those who speak in it still owe: invited ones who have not said yes owe none. */
export async function listUnanswered(proposalId: string, now: Date, tx: Tx = db): Promise<Unanswered[]> {
  const later = await readLater(proposalId, now, tx)
  if (!later) return []
  const owed = (questions: Question[], answers: typeof later.draft.answers, by: Unanswered['by']) =>
    unansweredOf(questions, answers, now).map(({ key, label }) => ({ key, label, by }))
  return [
    ...owed(later.proposal, later.draft.answers, null),
    ...later.speakers.flatMap(({ person, answers, questions }) =>
      owed(questions, answers, { id: person.id, name: person.name }),
    ),
  ]
}

/** What this speaker can answer now that the text of their proposal stands; null where it is not theirs, or nothing is open. */
export async function getLaterAnswers(person: Person, code: string, now: Date) {
  const row = await db.proposal.findFirst({
    where: { code: code.toUpperCase(), speakers: { some: { personId: person.id, isAccepted: true } } },
    select: { id: true, code: true, title: true, event: { select: { slug: true, name: true, timeZone: true } } },
  })
  const later = row && (await readLater(row.id, now))
  const own = later?.speakers.find((speaker) => speaker.person.id === person.id)
  if (!row || !later || !own) return null
  const { id, ...proposal } = row
  return {
    ...proposal,
    state: later.state,
    version: later.version,
    facts: later.facts,
    questions: [
      ...laterForm(later.all, 'proposal', later.draft.answers, later.facts, now),
      ...laterForm(later.all, 'speaker', own.answers, later.facts, now),
    ],
    answers: later.draft.answers,
    aboutMe: own.answers,
    unanswered: await listUnanswered(id, now),
  }
}
export type LaterAnswers = NonNullable<Awaited<ReturnType<typeof getLaterAnswers>>>
