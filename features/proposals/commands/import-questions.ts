import type { AuthorizedEvent } from '@/features/access/queries'
import { listQuestionRows } from '@/features/calls/queries/questions'
import { type Answers, type Option, YES } from '@/features/calls/schema/question'
import type { Tx } from '@/lib/db'
import { slugify } from '@/lib/slug'
import type { ImportedBefore } from '../queries/foreign'
import type { ForeignAnswers, ForeignEvent, PortableQuestion, Source } from '../schema/portable'
import { freeSlug } from './import-choices'

/** Answers as they are kept here. */
export type Answered = (answers: ForeignAnswers) => Answers

interface Kept {
  id: string
  key: string
  kind: PortableQuestion['kind']
  options: Option[]
}

/**
 * The questions of a file: those that were imported before or have the same words, the others made. Choices that a
 * question lacks are added to it.
 */
export async function ensureQuestions(
  tx: Tx,
  event: AuthorizedEvent,
  source: Source,
  { foreign, before, say }: { foreign: ForeignEvent; before: ImportedBefore; say: (line: string) => void },
): Promise<Answered> {
  const known = await listQuestionRows(event.id, tx)
  const keys = new Set(known.map(({ key }) => key))
  const taken = new Set<string>()
  const kept = new Map<string, Kept>()
  let changes = 0
  for (const question of foreign.questions) {
    const id = before.questions.get(question.id)
    const isSame = (row: (typeof known)[number]) => row.about === question.about && row.label === question.label
    const row = known.find((each) => each.id === id) ?? known.find((each) => isSame(each) && !taken.has(each.id))
    const wanted = [...question.options, ...chosenIn(foreign, question)]
    const options = withOptions(row?.options ?? [], isChoice(row?.kind ?? question.kind) ? wanted : [])
    if (row) {
      taken.add(row.id)
      kept.set(question.id, { id: row.id, key: row.key, kind: row.kind, options })
      if (options.length > row.options.length) {
        await tx.question.update({ where: { id: row.id, eventId: event.id }, data: { options } })
        say(`~ question “${row.label}”: ${options.length - row.options.length} more choices`)
        changes++
      }
    } else {
      const { about, kind, label, help, audience, isRequired } = question
      const key = freeSlug(slugify(label, 'question').slice(0, 60).replace(/-+$/, ''), keys)
      const data = { about, kind, label: label.slice(0, 300), help, audience, isRequired, options, key }
      const made = await tx.question.create({ data: { ...data, eventId: event.id, position: keys.size } })
      kept.set(question.id, { id: made.id, key, kind, options })
      say(`+ question “${label}” (${about}, for ${audience})`)
      changes++
    }
    if (!id) {
      const record = { eventId: event.id, source, kind: 'question', foreignId: question.id, hash: '' }
      await tx.foreignRecord.create({ data: { ...record, questionId: kept.get(question.id)?.id ?? null } })
    }
  }
  if (changes > 0) await tx.event.update({ where: { id: event.id }, data: { formVersion: { increment: 1 } } })
  return (answers) => answersFrom(answers, kept)
}

const isChoice = (kind: string) => kind === 'choice' || kind === 'choices'

/** Labels that are chosen somewhere, whatever the list of choices says. */
function chosenIn({ proposals, speakers }: ForeignEvent, { id, about }: PortableQuestion): string[] {
  const records = about === 'speaker' ? speakers : proposals
  return records.flatMap(({ thing }) => thing.answers[id] ?? [])
}

function withOptions(options: Option[], labels: string[]): Option[] {
  const all = [...options]
  const values = new Set(options.map(({ value }) => value))
  for (const label of new Set(labels)) {
    if (all.some((option) => option.label === label)) continue
    all.push({ value: freeSlug(slugify(label, `choice-${all.length + 1}`), values), label })
  }
  return all
}

function answersFrom(answers: ForeignAnswers, kept: Map<string, Kept>): Answers {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([id, labels]): [string, string | string[]][] => {
      const question = kept.get(id)
      const values = labels.filter(Boolean)
      if (!question || values.length === 0) return []
      const asKept = (label: string) => question.options.find((option) => option.label === label)?.value ?? label
      if (question.kind === 'consent') return [[question.key, YES]]
      if (question.kind === 'choices') return [[question.key, values.map(asKept)]]
      if (question.kind === 'choice') return [[question.key, asKept(values[0] ?? '')]]
      return [[question.key, values.join('\n')]]
    }),
  )
}
