import { z } from 'zod'
import type { Prisma } from '@/generated/prisma/client'
import { db, type Tx } from '@/lib/db'
import type { Question } from '../schema/question'

const QUESTION = {
  id: true,
  key: true,
  about: true,
  kind: true,
  label: true,
  help: true,
  position: true,
  audience: true,
  isRequired: true,
  isForAccepted: true,
  requiredFrom: true,
  frozenFrom: true,
  limit: true,
  limitUnit: true,
  min: true,
  max: true,
  options: true,
  conditions: true,
  call: { select: { kind: true } },
} as const satisfies Prisma.QuestionSelect

const Options = z.array(z.object({ value: z.string(), label: z.string() })).catch([])
const Conditions = z.array(z.object({ on: z.string(), is: z.array(z.string()) })).catch([])

type Row = Prisma.QuestionGetPayload<{ select: typeof QUESTION }>

function toQuestion({ call, options, conditions, id: _, position: __, ...row }: Row): Question {
  return { ...row, call: call?.kind ?? null, options: Options.parse(options), conditions: Conditions.parse(conditions) }
}

const ORDER = [{ position: 'asc' }, { key: 'asc' }] satisfies Prisma.QuestionOrderByWithRelationInput[]

/** Everything that an event asks, in the order of its form. */
export async function listQuestions(eventId: string, tx: Tx = db): Promise<Question[]> {
  const rows = await tx.question.findMany({ where: { eventId }, select: QUESTION, orderBy: ORDER })
  return rows.map(toQuestion)
}

/** The same with their ids. */
export async function listQuestionRows(eventId: string, tx: Tx = db) {
  const rows = await tx.question.findMany({ where: { eventId }, select: QUESTION, orderBy: ORDER })
  return rows.map((row) => ({ id: row.id, ...toQuestion(row) }))
}

/** The files that these people have uploaded to an event, by the key of the question that they were meant for. */
export async function listFiles(eventId: string, personIds: string[], tx: Tx = db): Promise<Record<string, string[]>> {
  const rows = await tx.answerFile.findMany({
    where: { eventId, uploadedById: { in: personIds } },
    select: { id: true, question: { select: { key: true } } },
  })
  const files: Record<string, string[]> = {}
  for (const { id, question } of rows) files[question.key] = [...(files[question.key] ?? []), id]
  return files
}

/** What a file answer shows: its own name and its weight. Unknown ids are left out. */
export async function listFileNames(
  ids: string[],
): Promise<{ id: string; name: string; bytes: number; type: string }[]> {
  const known = ids.filter((id) => z.uuid().safeParse(id).success)
  if (known.length === 0) return []
  return db.answerFile.findMany({
    where: { id: { in: known } },
    select: { id: true, name: true, bytes: true, type: true },
  })
}
