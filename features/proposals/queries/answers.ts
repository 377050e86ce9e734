import { can } from '@/features/access/rules'
import type { Actor } from '@/features/access/schema'
import { listQuestions } from '@/features/calls/queries/questions'
import { type AnswerLine, answersFor } from '@/features/calls/rules/visible'
import type { QuestionAudience } from '@/features/calls/schema/question'
import { answersIn } from '@/features/calls/schema/typed'
import { db } from '@/lib/db'
import { touch } from '@/lib/purge'

/** What answers are read from: select it beside the rest of a proposal. */
export const ANSWERED = {
  eventId: true,
  language: true,
  answers: true,
  call: { select: { kind: true } },
  format: { select: { slug: true } },
  track: { select: { slug: true } },
  level: { select: { slug: true } },
} as const

interface Answered {
  eventId: string
  language: string
  answers: unknown
  call: { kind: string }
  format: { slug: string } | null
  track: { slug: string } | null
  level: { slug: string } | null
}

/** What of a proposal conditions may look at. */
export const factsOf = ({ call, format, track, level, language }: Answered) => ({
  call: call.kind,
  format: format?.slug ?? null,
  track: track?.slug ?? null,
  level: level?.slug ?? null,
  language,
})

/** Whose answers an actor reads in an event: a chair's all, anybody else's on the committee those for reviewers. */
export function audienceOf(actor: Actor, event: { id: string }): QuestionAudience {
  return can(actor, 'update', 'proposals', { eventId: event.id }) ? 'chairs' : 'reviewers'
}

/** The answers about a proposal that this reader may read. Nothing here says who gave them. */
export async function listAnswers(row: Answered, reader: QuestionAudience): Promise<AnswerLine[]> {
  const questions = await listQuestions(row.eventId)
  return answersFor(questions, 'proposal', answersIn(row.answers), factsOf(row), reader)
}

/**
 * The answers that all may read, of a session that is published: whoever asks has found it in a release. A file among
 * them is handed to everybody once its talk is confirmed.
 */
export async function listPublicAnswers(eventSlug: string, code: string): Promise<AnswerLine[]> {
  touch(`schedule:${eventSlug}`)
  const row = await db.proposal.findFirst({ where: { code, event: { slug: eventSlug } }, select: ANSWERED })
  return row ? listAnswers(row, 'public') : []
}

export interface SpeakerAnswers {
  name: string
  answers: AnswerLine[]
}

/** What each speaker answered about themselves: only for who may know who they are. In the order of the speakers. */
export async function listSpeakerAnswers(
  row: Answered & { code: string },
  reader: QuestionAudience,
): Promise<SpeakerAnswers[]> {
  const questions = await listQuestions(row.eventId)
  if (!questions.some(({ about }) => about === 'speaker')) return []
  const speakers = await db.proposalSpeaker.findMany({
    where: { proposal: { code: row.code } },
    orderBy: { position: 'asc' },
    select: { answers: true, person: { select: { name: true } } },
  })
  return speakers
    .map(({ person, answers }) => ({
      name: person.name,
      answers: answersFor(questions, 'speaker', answersIn(answers), factsOf(row), reader),
    }))
    .filter(({ answers }) => answers.length > 0)
}
