import type { Tx } from '@/lib/db'
import type { Source } from '../schema/portable'
import { FACTS, TEXT } from './facts'

const KNOWN = { foreignId: true, hash: true } as const

/** What was imported into an event from a system before, by the ids that it has there. */
export async function readImported(tx: Tx, eventId: string, source: Source) {
  const of = (kind: string) => ({ eventId, source, kind })
  const proposals = await tx.foreignRecord.findMany({
    where: of('proposal'),
    select: {
      ...KNOWN,
      version: true,
      proposal: { select: { ...TEXT, ...FACTS, id: true, code: true, answers: true } },
    },
  })
  const speakers = await tx.foreignRecord.findMany({
    where: of('speaker'),
    select: { ...KNOWN, person: { select: { id: true, name: true, email: true } } },
  })
  const questions = await tx.foreignRecord.findMany({ where: of('question'), select: { ...KNOWN, questionId: true } })
  return {
    proposals: new Map(
      proposals.flatMap(({ proposal, ...row }) => (proposal ? [[row.foreignId, { ...row, proposal }]] : [])),
    ),
    speakers: new Map(speakers.flatMap(({ person, ...row }) => (person ? [[row.foreignId, { ...row, person }]] : []))),
    questions: new Map(questions.flatMap((row) => (row.questionId ? [[row.foreignId, row.questionId]] : []))),
  }
}
export type ImportedBefore = Awaited<ReturnType<typeof readImported>>

/** Those of the addresses that somebody here has. */
export async function findByEmail(tx: Tx, emails: string[]) {
  const rows = await tx.person.findMany({
    where: { email: { in: emails } },
    select: { id: true, name: true, email: true },
  })
  return new Map(rows.flatMap((row) => (row.email ? [[row.email, row]] : [])))
}
