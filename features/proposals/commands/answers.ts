import type { AuthorizedEvent } from '@/features/access/queries'
import type { CallFacts } from '@/features/calls/queries/calls'
import { listFiles, listQuestions } from '@/features/calls/queries/questions'
import { checkAnswers, withFrozen } from '@/features/calls/rules/answers'
import type { Answers, Question } from '@/features/calls/schema/question'
import { answersIn } from '@/features/calls/schema/typed'
import type { Tx } from '@/lib/db'
import { textOf } from '../queries/facts'
import { missingFor, problemsWithCall } from '../rules'
import type { FieldError, ProposalDraft, Side } from '../schema'
import type { Subject } from './subject'

interface Asked {
  event: AuthorizedEvent
  subject: Subject
  call: CallFacts
  draft: ProposalDraft
  side: Side
  /** Whose answers about speakers are asked for; null: nobody's. */
  personId: string | null
  /** As they were just typed; otherwise they are read. */
  aboutMe?: Answers | undefined
  now: Date
}

/** Everything that keeps a text from being handed in, or from being saved once it was: in the order of the form. */
export async function listProblems(tx: Tx, asked: Asked): Promise<FieldError[]> {
  const { event, subject, call, draft, side, personId, now } = asked
  const problems = [...missingFor(draft), ...problemsWithCall(draft, call)]
  const questions = await listQuestions(event.id, tx)
  if (questions.length === 0) return problems
  const speakers = await tx.proposalSpeaker.findMany({
    where: { proposalId: subject.id },
    select: { personId: true, answers: true },
  })
  const files = await listFiles(
    event.id,
    speakers.map((speaker) => speaker.personId),
    tx,
  )
  const { format, track, level, language } = draft
  const facts = { call: call.kind, format, track, level, language, files, mayThaw: side === 'committee' }
  const earlier = textOf(subject).answers
  problems.push(...checkAnswers(questions, draft.answers, { ...facts, about: 'proposal', earlier }, now))
  const own = answersIn(speakers.find((speaker) => speaker.personId === personId)?.answers)
  if (personId && side === 'speaker') {
    const aboutMe = checkAnswers(questions, asked.aboutMe ?? own, { ...facts, about: 'speaker', earlier: own }, now)
    problems.push(...aboutMe.map(({ path, message }) => ({ path: path.replace(/^answers/, 'aboutMe'), message })))
  }
  return problems
}

/** What of typed answers is kept: what is frozen stays as it was, except for the committee. */
export async function keepFrozen(
  tx: Tx,
  event: AuthorizedEvent,
  about: Question['about'],
  { answers, earlier, now }: { answers: Answers; earlier: Answers; now: Date },
): Promise<Answers> {
  const questions = await listQuestions(event.id, tx)
  return withFrozen(
    questions.filter((question) => question.about === about),
    answers,
    earlier,
    now,
  )
}

/** What this person has answered about themselves. */
export async function answersAbout(tx: Tx, proposalId: string, personId: string): Promise<Answers> {
  const id = { proposalId, personId }
  const row = await tx.proposalSpeaker.findUnique({ where: { proposalId_personId: id }, select: { answers: true } })
  return answersIn(row?.answers)
}

/** Writes it down; of nobody who does not speak in it. */
export async function saveAboutMe(tx: Tx, proposalId: string, personId: string, answers: Answers): Promise<void> {
  await tx.proposalSpeaker.updateMany({ where: { proposalId, personId }, data: { answers } })
}
