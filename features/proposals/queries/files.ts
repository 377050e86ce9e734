import { z } from 'zod'
import { can } from '@/features/access/rules'
import type { Actor } from '@/features/access/schema'
import { mayRead } from '@/features/calls/rules/visible'
import { db } from '@/lib/db'
import { audienceOf } from './answers'

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
    select: {
      submittedAt: true,
      speakers: { select: { personId: true } },
      conflicts: {
        where: actor.kind === 'person' ? { personId: actor.id } : { personId: { in: [] } },
        select: { personId: true },
      },
    },
  })
  if (!proposal) return null
  const isSpeaker = proposal.speakers.some(({ personId }) => actor.kind === 'person' && personId === actor.id)
  if (isSpeaker && question.about === 'proposal') return { stored, type, name }
  if (isSpeaker || proposal.conflicts.length > 0 || !proposal.submittedAt) return null
  const place = { eventId }
  const resource = question.about === 'speaker' ? 'proposals/identity' : 'proposals'
  if (!can(actor, 'get', resource, place) || !mayRead(question, audienceOf(actor, { id: eventId }))) return null
  return { stored, type, name: `${question.key}.${extension}` }
}
