import { z } from 'zod'
import { can } from '@/features/access/rules'
import type { Actor } from '@/features/access/schema'
import { mayRead } from '@/features/calls/rules/visible'
import { db } from '@/lib/db'
import { hasConflict } from './conflicts'
import { eyesOf } from './redacted'

/** A file as it is handed out: under its own name to its speakers, under its question's to everybody else. */
export interface ServedFile {
  stored: string
  type: string
  name: string
}

/**
 * A file that answers a question, for who may read the answer: who uploaded it, who speaks in a proposal that names
 * it, and of the committee, without a conflict, whom its question is for. Null for all others and for no such file.
 */
export async function getAnswerFile(actor: Actor, id: string): Promise<ServedFile | null> {
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
  if (!file || actor.kind === 'visitor') return null
  const { stored, type, name, question, eventId } = file
  const extension = stored.split('.').at(-1) ?? ''
  if (actor.kind === 'person' && file.uploadedById === actor.id) return { stored, type, name }
  const answer = { path: [question.key], equals: id }
  const [proposal] = await db.proposal.findMany({
    where: { eventId, OR: [{ answers: answer }, { speakers: { some: { answers: answer } } }] },
    select: { id: true, submittedAt: true, speakers: { select: { personId: true } } },
  })
  if (!proposal) return null
  const isSpeaker = proposal.speakers.some(({ personId }) => actor.kind === 'person' && personId === actor.id)
  if (isSpeaker && question.about === 'proposal') return { stored, type, name }
  if (isSpeaker || !proposal.submittedAt || (await hasConflict(actor, proposal.id))) return null
  const eyes = await eyesOf({ id: eventId }, actor)
  if (!can(actor, 'get', 'proposals', { eventId }) || !mayRead(question, eyes.reads)) return null
  if (question.about === 'speaker' && !eyes.seesNames) return null
  return { stored, type, name: `${question.key}.${extension}` }
}
