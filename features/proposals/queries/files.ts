import { z } from 'zod'
import { can } from '@/features/access/rules'
import type { Actor } from '@/features/access/schema'
import { db } from '@/lib/db'
import { eyesOf, redactedProposal } from './redacted'

/** A file as it is handed out: under its own name to its speakers, under its question's to everybody else. */
export interface ServedFile {
  stored: string
  type: string
  name: string
}

/**
 * A file that answers a question, for who may read the answer: who uploaded it, who speaks in a proposal that names
 * it, of the committee, without a conflict, whom its question is for, and everybody where that is for all and the talk
 * is confirmed. Null for all others and for no such file, or none of this event where one is named.
 */
export async function getAnswerFile(
  actor: Actor,
  id: string,
  event: { id: string } | null = null,
): Promise<ServedFile | null> {
  if (!z.uuid().safeParse(id).success) return null
  const file = await db.answerFile.findUnique({
    where: { id },
    select: {
      eventId: true,
      uploadedById: true,
      name: true,
      type: true,
      stored: true,
      question: { select: { key: true, about: true, audience: true } },
    },
  })
  if (!file || (event && file.eventId !== event.id)) return null
  const { stored, type, name, question, eventId } = file
  const extension = stored.split('.').at(-1) ?? ''
  if (actor.kind === 'person' && file.uploadedById === actor.id) return { stored, type, name }
  const answer = { path: [question.key], equals: id }
  const proposal = await db.proposal.findFirst({
    where: { eventId, OR: [{ answers: answer }, { speakers: { some: { answers: answer } } }] },
    select: { code: true, answer: true, cancelledAt: true, speakers: { select: { personId: true } } },
  })
  if (!proposal) return null
  const isSpeaker = proposal.speakers.some(({ personId }) => actor.kind === 'person' && personId === actor.id)
  if (isSpeaker) return question.about === 'proposal' ? { stored, type, name } : null
  const isGiven = proposal.answer === 'confirmed' && !proposal.cancelledAt
  const isForAll = question.audience === 'public' && question.about === 'proposal' && isGiven
  const isSeen = isForAll || (await seesAnswer(actor, { id: eventId }, proposal.code, id))
  return isSeen ? { stored, type, name: `${question.key}.${extension}` } : null
}

/** Whether somebody of the committee reads an answer: of a proposal as their eyes see it. */
async function seesAnswer(actor: Actor, event: { id: string }, code: string, answer: string): Promise<boolean> {
  if (!can(actor, 'get', 'proposals', { eventId: event.id })) return false
  const seen = await redactedProposal(await eyesOf(event, actor), code)
  const lines = seen ? [...seen.answers, ...seen.speakerAnswers.flatMap(({ answers }) => answers)] : []
  return lines.some(({ given }) => given === answer)
}
