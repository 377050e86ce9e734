import type { z } from 'zod'
import type { QuestionKind } from '@/features/calls/schema/question'
import { fromPretalx } from '../rules/foreign-states'
import { type ForeignAnswers, NOTES_QUESTION, type PortableQuestion } from '../schema/portable'
import type { Gathered } from './build'
import { emailIn, isYes, languageIn, lineIn, momentIn, type Part, partOf, proseIn } from './fields'
import type { Reading } from './files'
import { readPretalxReviews } from './pretalx-reviews'
import {
  AnswerShape,
  listsIn,
  QuestionShape,
  type RecordKind,
  type RecordList,
  SpeakerShape,
  SubmissionShape,
  TagShape,
  TrackShape,
  TypeShape,
} from './pretalx-shapes'
import { readPretalxTimes } from './pretalx-times'
import { parseRecords } from './records'

type Context = { reading: Reading; timeZone: string }
type Asked = { question: PortableQuestion; part: Part | null; options: Map<string, string> }

/** What files of pretalx's API hold together: whatever names something by its id finds it in any of them. */
export function readPretalxJson(files: { name: string; json: unknown }[], found: Gathered, context: Context): void {
  const { reading, timeZone } = context
  const lists = files.flatMap(({ name, json }) => {
    const inside = listsIn(name, json)
    if (inside.length === 0) reading.problem(name, 'no records of pretalx are in it')
    return inside
  })
  warnOfPages(lists, reading)
  const all = <Schema extends z.ZodType>(kind: RecordKind, schema: Schema) =>
    lists
      .filter((list) => list.kind === kind)
      .flatMap((list) => parseRecords(list.place, list.records, schema, reading))

  const types = new Map(all('submission-types', TypeShape).map(({ thing }) => [thing.id, thing]))
  const tracks = new Map(all('tracks', TrackShape).map(({ thing }) => [thing.id, thing]))
  const tags = new Map(all('tags', TagShape).map(({ thing }) => [thing.id ?? thing.tag, thing.tag]))
  const asked = new Map(all('questions', QuestionShape).flatMap(({ thing }) => askedOf(thing)))
  const loose = all('answers', AnswerShape).map(({ thing }) => thing)
  const byId = new Map(loose.map((answer) => [answer.id ?? '', answer]))
  for (const { name, default_duration } of types.values())
    if (default_duration) found.minutes.set(name, default_duration)
  for (const { name, color } of tracks.values()) if (color) found.colors.set(name, color)

  const answersOf = (own: z.output<typeof SubmissionShape>['answers'], also: AnswerShape[], place: string) => {
    const given = own.flatMap((answer) => ('question' in answer ? [answer] : (byId.get(answer.id) ?? [])))
    return read([...given, ...also], asked, reading, place)
  }
  const nameOf = (
    thing: { id: string; name: string | null } | null | undefined,
    among: Map<string, { name: string }>,
    what: string,
    place: string,
  ): string | null => {
    if (!thing) return null
    const name = thing.name ?? among.get(thing.id)?.name
    // An API of before 2025 gives the name where the newer gives an id.
    if (!name && /^\d+$/.test(thing.id))
      reading.problem(`${place}, ${what}`, `there is no ${what} ${thing.id} in the files`)
    return lineIn(name ?? thing.id, 80, reading, `${place}, ${what}`) || null
  }

  const speakers = all('speakers', SpeakerShape)
  readPretalxTimes(lists, found, context)
  readPretalxReviews(lists, found, context)
  for (const { place, thing } of all('submissions', SubmissionShape)) {
    const standing = fromPretalx(thing.state, thing.pending_state ?? null, thing.waiting_list ?? null)
    if (!standing) {
      reading.problem(`${place}, state`, `“${thing.state}” is no state of pretalx`)
      continue
    }
    if (thing.internal_notes) reading.note(`${place}, internal_notes`, 'are not taken')
    const format = nameOf(thing.submission_type, types, 'submission_type', place)
    const minutes = thing.submission_type?.minutes ?? thing.duration
    if (format && minutes && !found.minutes.has(format)) found.minutes.set(format, minutes)
    const own = loose.filter(({ submission }) => submission === thing.code)
    const { answers, parts } = answersOf(thing.answers, own, place)
    for (const speaker of thing.speakers) if ('name' in speaker) speakers.push({ place, thing: speaker })
    found.proposals.push({
      place,
      thing: {
        id: thing.code,
        title: lineIn(thing.title, 200, reading, `${place}, title`),
        abstract: proseIn(bothOf(thing.abstract, thing.description), 20_000, reading, `${place}, abstract`),
        format,
        track: nameOf(thing.track, tracks, 'track', place),
        level: parts.level?.[0] ?? null,
        tags: [...new Set(thing.tags.map((tag) => (typeof tag === 'string' ? (tags.get(tag) ?? tag) : tag.tag)))],
        language: languageIn(thing.content_locale ?? '', reading, `${place}, content_locale`),
        submittedAt: momentIn(thing.created ?? '', timeZone, reading, `${place}, created`),
        standing,
        speakers: [...new Set(thing.speakers.map(({ code }) => code))],
        answers: { ...answers, ...(thing.notes ? { [NOTES_QUESTION.id]: [thing.notes] } : {}) },
      },
    })
  }
  for (const { place, thing } of speakers) {
    const own = loose.filter(({ person, submission, review }) => person === thing.code && !submission && !review)
    found.speakers.push({
      place,
      thing: {
        id: thing.code,
        name: lineIn(thing.name, 120, reading, `${place}, name`),
        email: emailIn(thing.email ?? '', reading, `${place}, email`),
        bio: proseIn(thing.biography, 2_000, reading, `${place}, biography`),
        affiliation: '',
        links: {},
        picture: thing.avatar_url || thing.avatar || null,
        answers: answersOf(thing.answers, own, place).answers,
      },
    })
  }
  found.questions.push(...[...asked.values()].flatMap(({ question, part }) => (part === 'level' ? [] : [question])))
  if (found.proposals.some(({ thing }) => thing.answers[NOTES_QUESTION.id])) found.questions.push(NOTES_QUESTION)
}

/** pretalx asks for a short and a long text; here both are the abstract. */
export const bothOf = (abstract: string, description: string) =>
  [abstract, description]
    .map((text) => text.trim())
    .filter(Boolean)
    .join('\n\n')

function warnOfPages(lists: RecordList[], reading: Reading): void {
  for (const kind of new Set(lists.map((list) => list.kind))) {
    const some = lists.filter((list) => list.kind === kind)
    const here = some.reduce((sum, { records }) => sum + records.length, 0)
    const count = Math.max(0, ...some.map((list) => list.count ?? 0))
    if (here < count) reading.note(some[0]?.place ?? kind, `these are ${here} of ${count}: other pages are missing`)
  }
}

const KINDS: Partial<Record<string, QuestionKind>> = {
  number: 'number',
  string: 'text',
  text: 'prose',
  url: 'url',
  date: 'date',
  datetime: 'text',
  boolean: 'consent',
  file: 'url',
  choices: 'choice',
  multiple_choice: 'choices',
}

function askedOf(shape: z.output<typeof QuestionShape>): [string, Asked][] {
  const { id, question: label, help_text: help, variant, target } = shape
  if (target === 'reviewer') return []
  const isRequired = shape.question_required === 'required' || shape.required === true
  const audience = shape.is_public ? 'public' : shape.is_visible_to_reviewers ? 'reviewers' : 'chairs'
  const about = target === 'speaker' ? ('speaker' as const) : ('proposal' as const)
  const options = shape.options.map(({ answer }) => answer)
  const shown = { id, label, help, about, audience, isRequired, options } as const
  const question: PortableQuestion = { ...shown, kind: KINDS[variant] ?? 'prose' }
  const part = about === 'proposal' && question.kind === 'choice' && partOf(label) === 'level' ? 'level' : null
  const byOption = new Map(shape.options.map((option) => [option.id, option.answer]))
  return [[id, { question, part, options: byOption }]]
}

function read(given: AnswerShape[], asked: Map<string, Asked>, reading: Reading, place: string) {
  const answers: ForeignAnswers = {}
  const parts: Partial<Record<Part, string[]>> = {}
  for (const { question: id, answer, answer_file, options } of given) {
    const known = asked.get(id)
    if (!known) {
      reading.note(`${place}, answers`, `there is no question ${id} in the files; its answer is left out`)
      continue
    }
    const chosen = options.map((option) => option.answer ?? known.options.get(option.id) ?? option.id)
    const typed = known.question.kind === 'consent' ? (isYes(answer) ? 'yes' : '') : answer_file || answer
    const values = chosen.length > 0 ? chosen : [typed].filter(Boolean)
    if (values.length === 0) continue
    if (known.part) parts[known.part] = values
    else answers[id] = values
  }
  return { answers, parts }
}
