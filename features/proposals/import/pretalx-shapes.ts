import { z } from 'zod'
import { isRecord } from './files'

const Id = z.union([z.string().min(1), z.number()]).transform(String)
const orEmpty = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .array(schema)
    .nullish()
    .transform((value) => value ?? [])

/** A text in several languages, or in one: the English, else the first. */
const Words = z
  .union([z.string(), z.record(z.string(), z.string().nullable())])
  .nullish()
  .transform((words) => {
    if (typeof words === 'string') return words
    return words?.en ?? Object.values(words ?? {}).find(Boolean) ?? ''
  })

/** What is named by its id, or expanded in place. */
const Named = z.union([
  Id.transform((id) => ({ id, name: null as string | null, minutes: null as number | null })),
  z
    .object({ id: Id.nullish(), name: Words, default_duration: z.number().nullish() })
    .transform(({ id, name, default_duration }) => ({ id: id ?? name, name, minutes: default_duration ?? null })),
  z.record(z.string(), z.string()).transform((words) => {
    const name = words.en ?? Object.values(words)[0] ?? ''
    return { id: name, name, minutes: null }
  }),
])

const Option = z.union([
  Id.transform((id) => ({ id, answer: null as string | null })),
  z.object({ id: Id, answer: Words }),
])

export const AnswerShape = z.object({
  id: Id.nullish(),
  question: z.union([Id, z.object({ id: Id }).transform(({ id }) => id)]),
  answer: z
    .union([z.string(), z.number().transform(String), z.boolean().transform(String)])
    .nullish()
    .transform((value) => value ?? ''),
  answer_file: z.string().nullish(),
  submission: z.string().nullish(),
  person: z.union([z.string(), z.object({ code: z.string() }).transform(({ code }) => code)]).nullish(),
  review: z.union([z.number(), z.string()]).nullish(),
  options: orEmpty(Option),
})
export type AnswerShape = z.output<typeof AnswerShape>
const Answers = orEmpty(z.union([Id.transform((id) => ({ id })), AnswerShape]))

export const SpeakerShape = z.object({
  code: Id,
  name: z
    .string()
    .nullish()
    .transform((name) => name ?? ''),
  email: z.string().nullish(),
  biography: Words,
  avatar: z.string().nullish(),
  avatar_url: z.string().nullish(),
  answers: Answers,
})

export const RoomShape = z.object({ id: Id, name: Words })
/** A room by its id, expanded, or as an older API names it. */
const RoomOf = z.union([
  Id.transform((id) => ({ id, name: null as string | null })),
  RoomShape,
  z.record(z.string(), z.string()).transform((words) => ({ id: '', name: words.en ?? Object.values(words)[0] ?? '' })),
])
export const SlotShape = z.object({
  id: Id.nullish(),
  room: RoomOf.nullish(),
  start: z.string().nullish(),
  end: z.string().nullish(),
  duration: z.number().nullish(),
  description: Words,
  submission: z.union([z.string(), z.object({ code: z.string() }).transform(({ code }) => code)]).nullish(),
})
const Score = z.object({
  category: z.union([Id.transform((id) => ({ id, name: null as string | null })), z.object({ id: Id, name: Words })]),
  value: z.coerce.number().nullish(),
})
export const CategoryShape = z.object({ id: Id, name: Words })
export const ReviewShape = z.object({
  id: Id,
  submission: z.union([z.string(), z.object({ code: z.string() }).transform(({ code }) => code)]),
  user: z
    .union([
      z.string().transform((code) => ({ code, name: code, email: null as string | null })),
      z.object({ code: Id, name: z.string().nullish(), email: z.string().nullish() }),
    ])
    .nullish(),
  text: Words,
  score: z.coerce.number().nullish(),
  scores: orEmpty(z.union([Score, Id.transform(() => null)])),
  answers: orEmpty(z.unknown()),
  created: z.string().nullish(),
  updated: z.string().nullish(),
})

export const SubmissionShape = z.object({
  code: Id,
  title: z.string().trim().min(1, 'has no title'),
  state: z.string(),
  pending_state: z.string().nullish(),
  abstract: Words,
  description: Words,
  notes: Words,
  internal_notes: Words,
  content_locale: z.string().nullish(),
  duration: z.number().nullish(),
  created: z.string().nullish(),
  submission_type: Named.nullish(),
  track: Named.nullish(),
  tags: orEmpty(z.union([Id, z.object({ tag: z.string() }).transform(({ tag }) => ({ tag }))])),
  speakers: orEmpty(z.union([Id.transform((code) => ({ code })), SpeakerShape])),
  answers: Answers,
  slots: orEmpty(z.union([Id.transform(() => null), SlotShape])),
  /** An older API has one. */
  slot: SlotShape.nullish(),
  /** Ours alone: pretalx has no waiting list. */
  waiting_list: z.enum(['decided', 'announced']).nullish(),
})

export const QuestionShape = z.object({
  id: Id,
  question: Words,
  help_text: Words,
  variant: z.string(),
  target: z.string(),
  question_required: z.string().nullish(),
  required: z.boolean().nullish(),
  is_public: z.boolean().nullish(),
  is_visible_to_reviewers: z.boolean().nullish(),
  options: orEmpty(z.union([Id.transform((id) => ({ id, answer: id })), z.object({ id: Id, answer: Words })])),
})
export const TypeShape = z.object({ id: Id, name: Words, default_duration: z.number().nullish() })
export const TrackShape = z.object({ id: Id, name: Words, color: z.string().nullish() })
export const TagShape = z.object({ id: Id.nullish(), tag: z.string() })

export const RECORD_KINDS = [
  'submissions',
  'speakers',
  'questions',
  'answers',
  'reviews',
  'submission-types',
  'tracks',
  'tags',
  'slots',
  'rooms',
  'score-categories',
] as const
export type RecordKind = (typeof RECORD_KINDS)[number]

/** What a record of the API is, told by its fields; null where it is none of them. */
export function kindOf(record: Record<string, unknown>): RecordKind | null {
  const has = (...names: string[]) => names.every((name) => name in record)
  if (has('code', 'title', 'state')) return 'submissions'
  if (has('question', 'variant')) return 'questions'
  if (has('question', 'answer')) return 'answers'
  if (has('tag')) return 'tags'
  if (has('default_duration')) return 'submission-types'
  if (has('submission') && ('score' in record || 'scores' in record)) return 'reviews'
  if (has('room', 'start')) return 'slots'
  if (has('name', 'capacity')) return 'rooms'
  if (has('name', 'weight')) return 'score-categories'
  if (has('code', 'name')) return 'speakers'
  return has('id', 'name', 'color') ? 'tracks' : null
}

export interface RecordList {
  place: string
  kind: RecordKind
  records: unknown[]
  /** How many there are in all, where the file is one page of several. */
  count: number | null
}

/** Every list of records in a file: a page of the API (`results`), a bare list, or several of either under names. */
export function listsIn(name: string, json: unknown): RecordList[] {
  if (Array.isArray(json)) return listOf(name, json, null)
  if (!isRecord(json)) return []
  if (Array.isArray(json.results))
    return listOf(`${name}: results`, json.results, typeof json.count === 'number' ? json.count : null)
  return Object.entries(json).flatMap(([key, value]) =>
    Array.isArray(value) || (isRecord(value) && 'results' in value) ? listsIn(`${name}: ${key}`, value) : [],
  )
}

function listOf(place: string, records: unknown[], count: number | null): RecordList[] {
  const first = records.find(isRecord)
  const kind = first ? kindOf(first) : null
  return kind ? [{ place, kind, records, count }] : []
}
