import { addMinutes } from 'date-fns'
import type { Cell } from '@/lib/csv'
import { languageName } from '@/lib/languages'
import { wallClock } from '@/lib/time'
import { toPretalx, toSessionize } from '../rules/foreign-states'
import type { ForeignAnswers, ForeignStanding, PortableEvent, PortableQuestion } from '../schema/portable'
import { isNotes } from './pretalx-event'
import { LINK_TYPES, linksOf, nameParts } from './sessionize-event'

type Lines = Cell[][]

/** Our own table of proposals, a line each. */
export function proposalTable(event: PortableEvent): Lines {
  const questions = ofAbout(event, 'proposal')
  const people = new Map(event.speakers.map((speaker) => [speaker.id, speaker]))
  const own = 'code title state announced submitted_at format track level language tags'.split(' ')
  const hasNames = event.proposals.some(({ speakers }) => speakers !== null)
  return [
    [
      ...own,
      ...(hasNames ? ['speakers', 'emails'] : []),
      'abstract',
      ...headsOf(questions, [...own, 'speakers', 'emails', 'abstract']),
    ],
    ...event.proposals.map((proposal) => {
      const cast = proposal.speakers?.flatMap((id) => people.get(id) ?? []) ?? []
      const names = [cast.map(({ name }) => name).join('; '), cast.flatMap(({ email }) => email ?? []).join('; ')]
      return [
        ...[proposal.id, proposal.title, wordOf(proposal.standing), proposal.standing.isAnnounced ? 'yes' : 'no'],
        ...[proposal.submittedAt?.toISOString() ?? null, proposal.format, proposal.track, proposal.level],
        ...[proposal.language, proposal.tags.join('; '), ...(hasNames ? names : []), proposal.abstract],
        ...cellsOf(questions, proposal.answers),
      ]
    }),
  ]
}

function wordOf({ isWithdrawn, decision, answer, isCancelled }: ForeignStanding): string {
  if (isCancelled) return 'cancelled'
  if (isWithdrawn) return 'withdrawn'
  return answer ?? decision ?? 'submitted'
}

/** Our own table of those who speak, for who may know their addresses. */
export function speakerTable(event: PortableEvent): Lines {
  const questions = ofAbout(event, 'speaker')
  const links = Object.keys(LINK_TYPES)
  const own = ['person', 'name', 'email', 'affiliation', 'proposals', 'bio', 'picture', ...links]
  return [
    [...own, ...headsOf(questions, own)],
    ...event.speakers.map((speaker) => {
      const given = event.proposals.flatMap(({ id, speakers }) => (speakers?.includes(speaker.id) ? id : []))
      const hrefs = new Map<string, string>(linksOf(speaker))
      return [
        ...[speaker.id, speaker.name, speaker.email, speaker.affiliation, given.join('; '), speaker.bio],
        ...[speaker.picture, ...links.map((kind) => hrefs.get(kind) ?? null), ...cellsOf(questions, speaker.answers)],
      ]
    }),
  ]
}

const SESSION = ['Session Id', 'Title', 'Description', 'Speaker Ids', 'Speakers', 'Session format', 'Track', 'Level']
const SESSION_END = [
  ...['Language', 'Tags', 'Status', 'Owner Informed', 'Owner Confirmed', 'Date Submitted'],
  ...['Room', 'Scheduled At', 'Scheduled Duration'],
]

/** The sessions as Sessionize's table has them. */
export function sessionizeSessions(event: PortableEvent): Lines {
  const questions = ofAbout(event, 'proposal')
  const names = new Map(event.speakers.map(({ id, name }) => [id, name]))
  const own = [...SESSION, ...SESSION_END]
  return [
    [...own, ...headsOf(questions, own)],
    ...event.proposals.map((proposal) => {
      const { status, isInformed, isConfirmed } = toSessionize(proposal.standing)
      const speakers = proposal.speakers ?? []
      const slot = firstSlot(event, proposal.id)
      return [
        ...[proposal.id, proposal.title, proposal.abstract, speakers.join(', ')],
        ...[speakers.map((id) => names.get(id) ?? '').join(', '), proposal.format, proposal.track, proposal.level],
        ...[proposal.language && languageName(proposal.language, 'en'), proposal.tags.join(', '), status],
        ...[isInformed ? 'Yes' : 'No', isConfirmed ? 'Yes' : 'No', proposal.submittedAt?.toISOString() ?? null],
        ...[slot?.room ?? null, slot ? wallClock(slot.startsAt, event.timeZone) : null, slot?.minutes ?? null],
        ...cellsOf(questions, proposal.answers),
      ]
    }),
  ]
}

/** The speakers as Sessionize's table has them. */
export function sessionizeSpeakers(event: PortableEvent): Lines {
  const questions = ofAbout(event, 'speaker')
  const links = Object.values(LINK_TYPES).map((type) => type.replace('_', ' '))
  const own = ['Speaker Id', 'FirstName', 'LastName', 'Email', 'TagLine', 'Bio', ...links, 'Profile Picture']
  return [
    [...own, ...headsOf(questions, own)],
    ...event.speakers.map((speaker) => {
      const { firstName, lastName } = nameParts(speaker.name)
      const hrefs = new Map<string, string>(linksOf(speaker))
      return [
        ...[speaker.id, firstName, lastName, speaker.email, speaker.affiliation, speaker.bio],
        ...[...Object.keys(LINK_TYPES).map((kind) => hrefs.get(kind) ?? null), speaker.picture],
        ...cellsOf(questions, speaker.answers),
      ]
    }),
  ]
}

const PRETALX = [
  'ID',
  'Proposal title',
  'Proposal state',
  'Pending proposal state',
  'Waiting list',
  'Session type',
  'Track',
  'Created',
]
const PRETALX_END = [
  ...['Tags', 'Abstract', 'Notes', 'Duration', 'Language', 'Speaker IDs', 'Speaker names', 'Level'],
  ...['Room', 'Start', 'End'],
]

/** The sessions as pretalx's table has them; several values on lines of their own. */
export function pretalxSessions(event: PortableEvent): Lines {
  const notes = event.questions.find(isNotes)
  const questions = ofAbout(event, 'proposal').filter((question) => question !== notes)
  const names = new Map(event.speakers.map(({ id, name }) => [id, name]))
  const minutes = new Map(event.formats.map((format) => [format.name, format.minutes]))
  const own = [...PRETALX, ...PRETALX_END]
  return [
    [...own, ...headsOf(questions, own)],
    ...event.proposals.map((proposal) => {
      const { state, pending_state, waiting_list = null } = toPretalx(proposal.standing)
      const slot = firstSlot(event, proposal.id)
      const speakers = proposal.speakers ?? []
      return [
        ...[proposal.id, proposal.title, state, pending_state, waiting_list, proposal.format, proposal.track],
        ...[proposal.submittedAt?.toISOString() ?? null, proposal.tags.join('\n'), proposal.abstract],
        ...[(notes && proposal.answers[notes.id]?.join('\n')) ?? null, minutes.get(proposal.format ?? '') ?? null],
        ...[
          proposal.language,
          speakers.join('\n'),
          speakers.map((id) => names.get(id) ?? '').join('\n'),
          proposal.level,
        ],
        ...[slot?.room ?? null, slot?.startsAt.toISOString() ?? null],
        slot ? addMinutes(slot.startsAt, slot.minutes).toISOString() : null,
        ...cellsOf(questions, proposal.answers),
      ]
    }),
  ]
}

/** The speakers as pretalx's table has them. */
export function pretalxSpeakers(event: PortableEvent): Lines {
  const questions = ofAbout(event, 'speaker')
  const own = ['ID', 'Name', 'E-mail', 'Biography', 'Picture', 'Proposal IDs']
  return [
    [...own, ...headsOf(questions, own)],
    ...event.speakers.map(({ id, name, email, bio, picture, answers }) => {
      const given = event.proposals.flatMap((proposal) => (proposal.speakers?.includes(id) ? proposal.id : []))
      return [id, name, email, bio, picture, given.join('\n'), ...cellsOf(questions, answers)]
    }),
  ]
}

/** Tables have one time for each session: its first. */
const firstSlot = ({ slots }: PortableEvent, id: string) => slots.find(({ proposal }) => proposal === id)

const ofAbout = ({ questions }: PortableEvent, about: PortableQuestion['about']) =>
  questions.filter((question) => question.about === about)

/** The words of the questions as names of columns: what is the name of another column gets a number. */
function headsOf(questions: PortableQuestion[], own: string[]): string[] {
  const key = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
  const taken = new Set(own.map(key))
  return questions.map(({ label }) => {
    let head = label.replace(/\s+/g, ' ')
    for (let number = 2; taken.has(key(head)); number++) head = `${label} (${number})`
    taken.add(key(head))
    return head
  })
}

const cellsOf = (questions: PortableQuestion[], answers: ForeignAnswers): Cell[] =>
  questions.map(({ id }) => answers[id]?.join('\n') ?? null)
