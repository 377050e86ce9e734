import { fromPretalx } from '../rules/foreign-states'
import { type ForeignAnswers, NOTES_QUESTION, type PortableQuestion } from '../schema/portable'
import type { Gathered } from './build'
import { emailIn, languageIn, lineIn, momentIn, partOf, proseIn } from './fields'
import { columnKey, type Reading, type Row, type SourceTable } from './files'
import { bothOf } from './pretalx-json'
import { readTime } from './sessionize-times'

const TITLE = ['Proposal title', 'Session title', 'Submission title', 'Title']
const STATE = ['Proposal state', 'Session state', 'Submission state', 'State']
const PENDING = ['Pending proposal state', 'Pending session state', 'Pending submission state', 'Pending state']
const TYPE = ['Session type', 'Proposal type', 'Submission type', 'Type']
const NOTES = ['Notes', NOTES_QUESTION.label]
const LANGUAGE = ['Language', 'Content locale']
const SPEAKERS = ['Speaker IDs']
const CREATED = ['Created', 'Created at', 'Submitted']
const WAITING = ['decided', 'announced'] as const
const SESSION_OWN = [
  'Waiting list',
  ...['ID', ...TITLE, ...STATE, ...PENDING, ...TYPE, ...NOTES, ...LANGUAGE, ...SPEAKERS, ...CREATED],
  ...['Track', 'Tags', 'Abstract', 'Description', 'Internal notes', 'Duration', 'Slot Count', 'Image', 'Session image'],
  ...['Speaker names', 'Room', 'Start', 'Start (date)', 'Start (time)', 'End', 'End (date)', 'End (time)'],
  ...['Median score', 'Average (mean) score', 'Resources', 'Is featured', 'Do not record', "Don't record this session"],
  'Show this session in public list of featured sessions',
]
const EMAIL = ['E-mail', 'Email', 'Email address']
const PICTURE = ['Picture', 'Profile picture', 'Avatar']
const SPEAKER_OWN = [
  ...['ID', 'Name', 'Biography', 'Submission IDs', 'Submission titles', 'Session IDs', 'Session titles'],
  ...['Proposal IDs', 'Proposal titles', 'Locale', 'Timezone', 'Has arrived', 'Availability', 'Availabilities'],
  ...[...EMAIL, ...PICTURE],
]

type Context = { reading: Reading; timeZone: string }

/**
 * A table that organisers export from pretalx, of sessions or of speakers. A column that is none of pretalx's own is a
 * question. Cells with several values have them on lines of their own, or behind commas.
 */
export function readPretalxTable(table: SourceTable, found: Gathered, { reading, timeZone }: Context): void {
  const keys = new Set(table.columns.map(columnKey))
  const has = (names: string[]) => names.some((name) => keys.has(columnKey(name)))
  const isSpeakers = has(['Name']) && !has(TITLE)
  const missing = [
    ...(has(['ID']) ? [] : ['ID']),
    ...(isSpeakers || has(TITLE) ? [] : ['Title']),
    ...(isSpeakers || has(STATE) ? [] : ['State']),
  ]
  if (missing.length > 0) {
    const names = missing.map((name) => `“${name}”`).join(' and ')
    reading.problem(`${table.name}:1`, `the column ${names} is missing`)
    return
  }
  const about = isSpeakers ? 'speaker' : 'proposal'
  const questions = questionsOf(table, about)
  found.questions.push(...questions.filter(({ id }) => !found.questions.some((known) => known.id === id)))
  const level = isSpeakers ? undefined : table.columns.find((column) => partOf(column) === 'level')
  for (const row of table.rows)
    if (isSpeakers) readSpeaker(row, questions, found, reading)
    else readSession(row, { questions, level }, found, { reading, timeZone })
  const hasNotes = found.proposals.some(({ thing }) => thing.answers[NOTES_QUESTION.id])
  if (hasNotes && !found.questions.some(({ id }) => id === NOTES_QUESTION.id)) found.questions.push(NOTES_QUESTION)
}

function questionsOf(table: SourceTable, about: 'proposal' | 'speaker'): PortableQuestion[] {
  const own = new Set((about === 'speaker' ? SPEAKER_OWN : SESSION_OWN).map(columnKey))
  return table.columns.flatMap((label): PortableQuestion[] => {
    if (label === '' || own.has(columnKey(label)) || (about === 'proposal' && partOf(label) === 'level')) return []
    const kind = table.rows.some(({ get }) => get(label).includes('\n')) ? ('prose' as const) : ('text' as const)
    const shape = { help: '', audience: 'chairs' as const, isRequired: false, options: [] }
    return [{ ...shape, id: `column-${about}-${columnKey(label)}`, about, kind, label }]
  })
}

const answersIn = (row: Row, questions: PortableQuestion[]): ForeignAnswers =>
  Object.fromEntries(questions.flatMap(({ id, label }) => (row.get(label) ? [[id, [row.get(label)]]] : [])))

/** Values on lines of their own; of one line, those behind its commas. */
const several = (text: string) => [
  ...new Set(text.split(text.includes('\n') ? /\n/ : /,/).flatMap((each) => each.trim() || [])),
]

function readSession(
  row: Row,
  { questions, level }: { questions: PortableQuestion[]; level: string | undefined },
  found: Gathered,
  { reading, timeZone }: Context,
): void {
  const { place, get } = row
  const [id, title] = [get('ID'), get(...TITLE)]
  if (!id) reading.problem(`${place}, ID`, 'is empty')
  if (!title) reading.problem(`${place}, Title`, 'is empty')
  if (!id || !title) return
  const waiting = WAITING.find((word) => word === get('Waiting list')) ?? null
  const standing = fromPretalx(get(...STATE), get(...PENDING) || null, waiting)
  if (!standing) {
    reading.problem(`${place}, State`, `“${get(...STATE)}” is no state of pretalx`)
    return
  }
  const format = lineIn(get(...TYPE), 80, reading, place) || null
  const minutes = Number(get('Duration'))
  if (format && minutes > 0 && !found.minutes.has(format)) found.minutes.set(format, minutes)
  const clock = (what: string) => get(what) || [get(`${what} (date)`), get(`${what} (time)`)].filter(Boolean).join(' ')
  const time = { startsAt: clock('Start'), endsAt: clock('End'), room: get('Room') }
  readTime(place, { id, title, isServiceSession: false, ...time }, found, { reading, timeZone })
  const notes = get(...NOTES)
  found.proposals.push({
    place,
    thing: {
      id,
      title: lineIn(title, 200, reading, `${place}, Title`),
      abstract: proseIn(bothOf(get('Abstract'), get('Description')), 20_000, reading, `${place}, Abstract`),
      format,
      track: lineIn(get('Track'), 80, reading, place) || null,
      level: (level && lineIn(get(level), 80, reading, place)) || null,
      tags: several(get('Tags')),
      language: languageIn(get(...LANGUAGE), reading, `${place}, Language`),
      submittedAt: momentIn(get(...CREATED), timeZone, reading, `${place}, Created`),
      standing,
      speakers: several(get(...SPEAKERS)),
      answers: { ...answersIn(row, questions), ...(notes ? { [NOTES_QUESTION.id]: [notes] } : {}) },
    },
  })
}

function readSpeaker(row: Row, questions: PortableQuestion[], found: Gathered, reading: Reading): void {
  const { place, get } = row
  const id = get('ID')
  if (!id) {
    reading.problem(`${place}, ID`, 'is empty')
    return
  }
  found.speakers.push({
    place,
    thing: {
      id,
      name: lineIn(get('Name'), 120, reading, `${place}, Name`),
      email: emailIn(get(...EMAIL), reading, `${place}, E-mail`),
      bio: proseIn(get('Biography'), 2_000, reading, `${place}, Biography`),
      affiliation: '',
      links: {},
      picture: get(...PICTURE) || null,
      answers: answersIn(row, questions),
    },
  })
}
