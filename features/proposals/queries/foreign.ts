import type { Tx } from '@/lib/db'
import { foreignIds } from '../rules/foreign-ids'
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

/**
 * Those of a file that this event wrote itself: by the id under which it goes out, and by its title or a speaker, for
 * another system may have made the same id. Answers by their ids in the file.
 */
export async function findOwn(
  tx: Tx,
  eventId: string,
  source: Source,
  things: { id: string; title: string; emails: string[] }[],
): Promise<Map<string, string>> {
  if (things.length === 0) return new Map()
  const rows = await tx.proposal.findMany({
    where: { eventId, foreignRecords: { none: { source, kind: 'proposal' } } },
    select: { id: true, code: true, title: true, speakers: { select: { person: { select: { email: true } } } } },
  })
  const ids = foreignIds(source)
  const goesOut = new Map(rows.map((row) => [ids.proposal(row.code), row]))
  return new Map(
    things.flatMap(({ id, title, emails }) => {
      const row = goesOut.get(id)
      const isOwn = row?.title === title || row?.speakers.some(({ person }) => emails.includes(person.email ?? ''))
      return row && isOwn ? [[id, row.id] as const] : []
    }),
  )
}

/** Proposals of an event that have these codes, here or in pretalx. Answers by the ids that the codes are given for. */
export async function findByCodes(
  tx: Tx,
  eventId: string,
  codes: Record<string, string>,
): Promise<Map<string, string>> {
  const wanted = Object.values(codes)
  const rows = await tx.proposal.findMany({
    where: {
      eventId,
      OR: [{ code: { in: wanted } }, { foreignRecords: { some: { source: 'pretalx', foreignId: { in: wanted } } } }],
    },
    select: { id: true, code: true, foreignRecords: { where: { source: 'pretalx' }, select: { foreignId: true } } },
  })
  const byCode = new Map(
    rows.flatMap(({ id, code, foreignRecords }) =>
      [code, ...foreignRecords.map((row) => row.foreignId)].map((each) => [each, id] as const),
    ),
  )
  return new Map(
    Object.entries(codes).flatMap(([id, code]) => (byCode.has(code) ? [[id, byCode.get(code) ?? '']] : [])),
  )
}
