import type { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/db'

let count = 0

/** A question of this event; a text about the proposal that nobody must answer, unless more is said. */
export function aQuestion(
  event: { id: string },
  facts: Partial<Omit<Prisma.QuestionUncheckedCreateInput, 'eventId'>> & { key: string },
) {
  const position = ++count
  return db.question.create({ data: { eventId: event.id, kind: 'text', label: facts.key, position, ...facts } })
}

/** An access code of this call; it lets in as many as come, for ever, unless more is said. */
export function aCode(
  call: { id: string },
  facts: Partial<Omit<Prisma.AccessCodeUncheckedCreateInput, 'callId'>> = {},
) {
  return db.accessCode.create({ data: { callId: call.id, code: `CODE${++count}LETS`, ...facts } })
}
