import { fromSessionize } from '../rules/foreign-states'
import { type ForeignAnswers, NOTES_QUESTION, type PortableQuestion } from '../schema/portable'
import type { Gathered, ReadProposal } from './build'
import { emailIn, isYes, languageIn, lineIn, linkKind, linksIn, momentIn, partOf, proseIn } from './fields'
import { columnKey, type Reading, type Row, type SourceTable } from './files'
import { readTime } from './sessionize-times'

const SESSION_COLUMNS = [
  'Session Id',
  'Title',
  'Description',
  'Owner',
  'Owner Email',
  'Speakers',
  'Speaker Ids',
  'Status',
  'Date Submitted',
  'Owner Informed',
  'Owner Confirmed',
  'Owner Notes',
  'Room',
  'Scheduled At',
  'Scheduled Duration',
  'Live Link',
  'Recording Link',
]
const SPEAKER_COLUMNS = ['Speaker Id', 'FirstName', 'LastName', 'Email', 'TagLine', 'Bio', 'Profile Picture']
/** The columns that a table of either kind must have. */
const SESSION_MARKS = ['Session Id', 'Title']
const SPEAKER_MARKS = ['Speaker Id', 'FirstName']

type Context = { reading: Reading; timeZone: string }

/**
 * A table of Sessionize: of sessions, of speakers, or the “flattened” one with a line for each session and speaker. They
 * are told apart by their columns; a column that is none of Sessionize's own is a question.
 */
export function readSessionizeTable(table: SourceTable, found: Gathered, context: Context): void {
  const keys = new Set(table.columns.map(columnKey))
  const has = (names: string[]) => names.every((name) => keys.has(columnKey(name)))
  if (!has(SESSION_MARKS) && !has(SPEAKER_MARKS)) {
    const missing = [SESSION_MARKS, SPEAKER_MARKS].map((names) => names.filter((name) => !keys.has(columnKey(name))))
    const [fewest = []] = missing.sort((a, b) => a.length - b.length)
    context.reading.problem(
      `${table.name}:1`,
      `the column ${fewest.map((name) => `“${name}”`).join(' and ')} is missing`,
    )
    return
  }
  // Of the flattened table, what stands behind the speaker's id is about the speaker.
  const border = has(SPEAKER_MARKS) ? table.columns.findIndex((name) => columnKey(name) === 'speakerid') : Infinity
  const about = (index: number) => (has(SESSION_MARKS) && index < border ? 'proposal' : 'speaker')
  const questions = questionsOf(table, about)
  found.questions.push(...questions.filter(({ id }) => !found.questions.some((known) => known.id === id)))
  const of = (kind: 'proposal' | 'speaker') => questions.filter((question) => question.about === kind)
  if (has(SESSION_MARKS)) readSessions(table, of('proposal'), found, context)
  if (has(SPEAKER_MARKS)) readSpeakers(table, of('speaker'), found, context)
}

function questionsOf(table: SourceTable, about: (index: number) => 'proposal' | 'speaker'): PortableQuestion[] {
  const own = new Set([...SESSION_COLUMNS, ...SPEAKER_COLUMNS].map(columnKey))
  return table.columns.flatMap((column, index): PortableQuestion[] => {
    const isPart = about(index) === 'proposal' ? partOf(column) !== null : linkKind(column) !== null
    if (column === '' || own.has(columnKey(column)) || isPart) return []
    const isProse = table.rows.some(({ get }) => get(column).includes('\n'))
    const shape = { help: '', audience: 'chairs' as const, isRequired: false, options: [] }
    const kind = isProse ? ('prose' as const) : ('text' as const)
    return [{ ...shape, id: `column-${about(index)}-${columnKey(column)}`, about: about(index), kind, label: column }]
  })
}

const answersIn = (row: Row, questions: PortableQuestion[]): ForeignAnswers =>
  Object.fromEntries(questions.flatMap(({ id, label }) => (row.get(label) ? [[id, [row.get(label)]]] : [])))

function readSessions(
  table: SourceTable,
  questions: PortableQuestion[],
  found: Gathered,
  { reading, timeZone }: Context,
): void {
  const parts = table.columns.map((column) => [column, partOf(column)] as const)
  const part = (row: Row, wanted: string) => row.get(...parts.flatMap(([column, of]) => (of === wanted ? column : [])))
  const isFlat = table.columns.some((column) => columnKey(column) === 'speakerid')
  const seen = new Map<string, ReadProposal>()
  for (const row of table.rows) {
    const { place, get } = row
    const [id, title] = [get('Session Id'), get('Title')]
    if (!id) reading.problem(`${place}, Session Id`, 'is empty')
    if (!title) reading.problem(`${place}, Title`, 'is empty')
    if (!id || !title) continue
    const known = isFlat ? seen.get(id) : undefined
    if (known) {
      known.thing.speakers.push(...[get('Speaker Id')].filter((each) => each && !known.thing.speakers.includes(each)))
      continue
    }
    const told = { isInformed: isYes(get('Owner Informed')), isConfirmed: isYes(get('Owner Confirmed')) }
    const standing = fromSessionize(get('Status') || 'Nominated', told)
    if (!standing) {
      reading.problem(`${place}, Status`, `“${get('Status')}” is no status of Sessionize`)
      continue
    }
    const time = { startsAt: get('Scheduled At'), endsAt: '', minutes: get('Scheduled Duration'), room: get('Room') }
    if (time.startsAt) readTime(place, { id, title, isServiceSession: false, ...time }, found, { reading, timeZone })
    const notes: ForeignAnswers = get('Owner Notes') ? { [NOTES_QUESTION.id]: [get('Owner Notes')] } : {}
    const proposal: ReadProposal = {
      place,
      thing: {
        id,
        title: lineIn(title, 200, reading, `${place}, Title`),
        abstract: proseIn(get('Description'), 20_000, reading, `${place}, Description`),
        format: lineIn(part(row, 'format'), 80, reading, place) || null,
        track: lineIn(part(row, 'track'), 80, reading, place) || null,
        level: lineIn(part(row, 'level'), 80, reading, place) || null,
        tags: listIn(part(row, 'tags')),
        language: languageIn(part(row, 'language'), reading, `${place}, Language`),
        submittedAt: momentIn(get('Date Submitted'), timeZone, reading, `${place}, Date Submitted`),
        standing,
        speakers: isFlat ? [get('Speaker Id')].filter(Boolean) : listIn(get('Speaker Ids')),
        answers: { ...answersIn(row, questions), ...notes },
      },
    }
    if (!isFlat && proposal.thing.speakers.length === 0) addOwner(row, proposal, found, reading)
    seen.set(id, proposal)
    found.proposals.push(proposal)
  }
  const hasNotes = found.proposals.some(({ thing }) => thing.answers[NOTES_QUESTION.id])
  if (hasNotes && !found.questions.some(({ id }) => id === NOTES_QUESTION.id)) found.questions.push(NOTES_QUESTION)
}

export const listIn = (text: string) => [...new Set(text.split(/[,;\n]/).flatMap((each) => each.trim() || []))]

/** A table without ids names speakers alone, and a name is nobody: the owner, who has an address, speaks. */
function addOwner({ place, get }: Row, { thing }: ReadProposal, found: Gathered, reading: Reading): void {
  const email = emailIn(get('Owner Email'), reading, `${place}, Owner Email`)
  const names = listIn(get('Speakers'))
  const others = names.filter((name) => name !== get('Owner'))
  if (others.length > 0)
    reading.note(`${place}, Speakers`, `${others.join(', ')}: a name alone is nobody; read the flattened table instead`)
  if (!email) return
  const blank = { bio: '', affiliation: '', links: {}, picture: null, answers: {} }
  const id = `owner-${email}`
  found.speakers.push({ place, thing: { ...blank, id, email, name: get('Owner') || email } })
  thing.speakers.push(id)
}

function readSpeakers(table: SourceTable, questions: PortableQuestion[], found: Gathered, { reading }: Context): void {
  const links = table.columns.filter((column) => linkKind(column) !== null)
  for (const row of table.rows) {
    const { place, get } = row
    const id = get('Speaker Id')
    if (!id) {
      reading.problem(`${place}, Speaker Id`, 'is empty')
      continue
    }
    found.speakers.push({
      place,
      thing: {
        id,
        name: lineIn(`${get('FirstName')} ${get('LastName')}`, 120, reading, `${place}, FirstName`),
        email: emailIn(get('Email'), reading, `${place}, Email`),
        bio: proseIn(get('Bio'), 2_000, reading, `${place}, Bio`),
        affiliation: lineIn(get('TagLine'), 120, reading, `${place}, TagLine`),
        links: linksIn(
          links.map((column) => [column, get(column)]),
          reading,
          place,
        ),
        picture: get('Profile Picture') || null,
        answers: answersIn(row, questions),
      },
    })
  }
}
