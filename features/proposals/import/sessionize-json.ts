import { z } from 'zod'
import type { QuestionKind } from '@/features/calls/schema/question'
import { fromSessionize } from '../rules/foreign-states'
import { type ForeignAnswers, NOTES_QUESTION, type PortableQuestion } from '../schema/portable'
import type { Gathered } from './build'
import { emailIn, isYes, languageIn, lineIn, linksIn, momentIn, type Part, partOf, proseIn } from './fields'
import type { Reading } from './files'
import { parseRecords } from './records'
import { readTime } from './sessionize-times'

const Id = z.union([z.string().min(1), z.number()]).transform(String)
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '')
const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false)
const list = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .array(schema)
    .nullish()
    .transform((value) => value ?? [])
const Answer = z.object({ questionId: Id, answerValue: text })

const Session = z.object({
  id: Id,
  title: z.string().trim().min(1, 'has no title'),
  description: text,
  speakers: list(z.union([Id, z.object({ id: Id }).transform(({ id }) => id)])),
  categoryItems: list(z.number()),
  questionAnswers: list(Answer),
  isServiceSession: flag,
  startsAt: text,
  endsAt: text,
  roomId: Id.nullish(),
  status: text,
  isInformed: flag,
  isConfirmed: flag,
  submittedAt: text,
})
const Speaker = z.object({
  id: Id,
  fullName: text,
  firstName: text,
  lastName: text,
  email: text,
  bio: text,
  tagLine: text,
  profilePicture: text,
  links: list(z.object({ title: text, url: text, linkType: text })),
  categoryItems: list(z.number()),
  questionAnswers: list(Answer),
})
const Question = z.object({ id: Id, question: text, questionType: text })
const Room = z.object({ id: Id, name: text })
const Category = z.object({
  id: Id,
  title: text,
  type: text,
  items: list(z.object({ id: z.number(), name: text })),
})
type Category = z.output<typeof Category>

export const isSessionizeJson = (json: unknown): json is Record<string, unknown> =>
  typeof json === 'object' && json !== null && 'sessions' in json && 'speakers' in json

/** The “All data” view of Sessionize. Sessions of the house itself (breaks, registration) are slots with a title. */
export function readSessionizeJson(
  name: string,
  json: Record<string, unknown>,
  found: Gathered,
  { reading, timeZone }: { reading: Reading; timeZone: string },
): void {
  const records = <Schema extends z.ZodType>(key: string, schema: Schema) =>
    parseRecords(`${name}: ${key}`, Reflect.get(json, key), schema, reading)
  const items = new Map(
    records('categories', Category).flatMap(({ thing }) =>
      thing.items.map((item) => [item.id, { category: thing, name: item.name }] as const),
    ),
  )
  const sessions = records('sessions', Session)
  const speakers = records('speakers', Speaker)
  const chosen = (ids: number[], place: string) => choicesOf(ids, items, reading, place)

  const rooms = new Map(records('rooms', Room).map(({ thing }) => [thing.id, thing.name]))
  found.rooms.push(...rooms.values())
  for (const { place, thing } of sessions)
    readTime(place, { ...thing, room: rooms.get(thing.roomId ?? '') ?? '' }, found, { reading, timeZone })
  const service = sessions.filter(({ thing }) => thing.isServiceSession && !thing.startsAt).length
  if (service > 0) reading.note(`${name}: sessions`, `${service} service sessions without a time are left out`)
  for (const { place, thing } of sessions) {
    if (thing.isServiceSession) continue
    const standing = fromSessionize(thing.status || 'Nominated', thing)
    if (!standing) {
      reading.problem(`${place}, status`, `“${thing.status}” is no status of Sessionize`)
      continue
    }
    const { parts, answers } = chosen(thing.categoryItems, place)
    found.proposals.push({
      place,
      thing: {
        id: thing.id,
        title: lineIn(thing.title, 200, reading, `${place}, title`),
        abstract: proseIn(thing.description, 20_000, reading, `${place}, description`),
        format: parts.format?.[0] ?? null,
        track: parts.track?.[0] ?? null,
        level: parts.level?.[0] ?? null,
        tags: parts.tags ?? [],
        language: languageIn(parts.language?.[0] ?? '', reading, `${place}, language`),
        submittedAt: momentIn(thing.submittedAt, timeZone, reading, `${place}, submittedAt`),
        standing,
        speakers: [...new Set(thing.speakers)],
        answers: { ...answers, ...answersOf(thing.questionAnswers) },
      },
    })
  }
  for (const { place, thing } of speakers)
    found.speakers.push({
      place,
      thing: {
        id: thing.id,
        name: lineIn(thing.fullName || `${thing.firstName} ${thing.lastName}`, 120, reading, `${place}, fullName`),
        email: emailIn(thing.email, reading, `${place}, email`),
        bio: proseIn(thing.bio, 2_000, reading, `${place}, bio`),
        affiliation: lineIn(thing.tagLine, 120, reading, `${place}, tagLine`),
        links: linksIn(
          thing.links.map(({ linkType, title, url }) => [linkType === 'Other' ? title : linkType, url]),
          reading,
          `${place}, links`,
        ),
        picture: thing.profilePicture || null,
        answers: { ...chosen(thing.categoryItems, place).answers, ...answersOf(thing.questionAnswers) },
      },
    })
  const used = usesOf(found)
  for (const { thing } of records('categories', Category))
    if (partOf(thing.title) === null || thing.type === 'speaker') found.questions.push(choiceQuestion(thing, used))
  for (const { thing } of records('questions', Question)) found.questions.push(questionOf(thing, used))
  makePlain(found)
}

function choicesOf(
  ids: number[],
  items: Map<number, { category: Category; name: string }>,
  reading: Reading,
  place: string,
) {
  const parts: Partial<Record<Part, string[]>> = {}
  const answers: ForeignAnswers = {}
  for (const id of ids) {
    const item = items.get(id)
    if (!item) {
      reading.problem(`${place}, categoryItems`, `there is no category item ${id}`)
      continue
    }
    const part = item.category.type === 'speaker' ? null : partOf(item.category.title)
    if (part) parts[part] = [...(parts[part] ?? []), lineIn(item.name, 80, reading, place)]
    else answers[categoryKey(item.category)] = [...(answers[categoryKey(item.category)] ?? []), item.name]
  }
  return { parts, answers }
}

const categoryKey = ({ id }: { id: string }) => `category-${id}`

const answersOf = (answers: { questionId: string; answerValue: string }[]): ForeignAnswers =>
  Object.fromEntries(
    answers.filter(({ answerValue }) => answerValue !== '').map((a) => [a.questionId, [a.answerValue]]),
  )

/** Of each question: whether speakers answered it, and whether anybody chose several. */
function usesOf({ proposals, speakers }: Gathered) {
  const all = speakers.flatMap(({ thing }) => Object.keys(thing.answers))
  const several = [...proposals, ...speakers].flatMap(({ thing }) =>
    Object.entries(thing.answers).flatMap(([id, values]) => (values.length > 1 ? [id] : [])),
  )
  return { bySpeakers: new Set(all), several: new Set(several) }
}
type Uses = ReturnType<typeof usesOf>

const BLANK = { help: '', audience: 'chairs' as const, isRequired: false, options: [] }

function choiceQuestion(category: Category, { several }: Uses): PortableQuestion {
  const id = categoryKey(category)
  const about = category.type === 'speaker' ? 'speaker' : 'proposal'
  const kind = several.has(id) ? 'choices' : 'choice'
  return { ...BLANK, id, about, kind, label: category.title, options: category.items.map(({ name }) => name) }
}

const KINDS: Partial<Record<string, QuestionKind>> = {
  long_text: 'prose',
  checkbox: 'consent',
  date: 'date',
  number: 'number',
  url: 'url',
  web_address: 'url',
  file: 'url',
}

function questionOf({ id, question, questionType }: z.output<typeof Question>, uses: Uses): PortableQuestion {
  const about = uses.bySpeakers.has(id) ? 'speaker' : 'proposal'
  if (question === NOTES_QUESTION.label) return { ...NOTES_QUESTION, id, about }
  return { ...BLANK, id, about, kind: KINDS[questionType.toLowerCase()] ?? 'text', label: question }
}

/** A tick is `yes`; a text of several lines makes its question one of prose. */
function makePlain({ questions, proposals, speakers }: Gathered): void {
  const answers = [...proposals, ...speakers].map(({ thing }) => thing.answers)
  for (const question of questions) {
    const given = answers.filter((each) => each[question.id])
    if (question.kind === 'consent')
      for (const each of given) each[question.id] = isYes(each[question.id]?.[0] ?? '') ? ['yes'] : []
    if (question.kind === 'text' && given.some((each) => each[question.id]?.some((value) => value.includes('\n'))))
      question.kind = 'prose'
  }
}
