import type { Prisma } from '@/generated/prisma/client'
import type { Conference } from './conferences'
import type { Context } from './context'
import { addDays, atTime } from './days'
import type { Proposal } from './proposal'

type Asked = Omit<Prisma.QuestionCreateManyInput, 'eventId' | 'position'>

const YES_OR_NO = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
]
const SIZES = ['S', 'M', 'L', 'XL'].map((label) => ({ value: label.toLowerCase(), label }))
const ON_STAGE = 'on-stage'
const SUPPER = 'supper'
const SUPPERS = [
  { value: 'fish', label: 'Fish' },
  { value: 'vegetables', label: 'Vegetables' },
  { value: 'nothing', label: 'I shall not be there' },
]
const BLANK = {
  about: 'proposal',
  help: '',
  audience: 'reviewers',
  isRequired: false,
  isForAccepted: false,
  frozenFrom: null,
  limit: null,
  limitUnit: 'words',
  options: [],
  conditions: [],
} as const satisfies Omit<Asked, 'key' | 'kind' | 'label'>

/** What the demo's conference asks: of each sort one, with conditions, a freeze and chairs' own. */
export function addQuestions({ rows, id, today }: Context, conference: Conference): void {
  const asked: Asked[] = [
    {
      ...BLANK,
      key: 'given-before',
      kind: 'choice',
      label: 'Have you given this talk before?',
      options: YES_OR_NO,
    },
    {
      ...BLANK,
      key: 'recording',
      kind: 'url',
      label: 'Where can it be seen?',
      help: 'A recording, or the page of the event.',
      audience: 'chairs',
      conditions: [{ on: 'given-before', is: ['yes'] }],
    },
    {
      ...BLANK,
      key: 'to-bring',
      kind: 'prose',
      label: 'What must people bring to the workshop?',
      isRequired: true,
      limit: 80,
      conditions: [{ on: 'format', is: ['workshop'] }],
    },
    {
      ...BLANK,
      key: 'for-the-chairs',
      kind: 'prose',
      label: 'Is there anything that the chairs should know?',
      audience: 'chairs',
      limit: 120,
    },
    {
      ...BLANK,
      key: 'first-stage',
      kind: 'choice',
      about: 'speaker',
      label: 'Would it be your first talk at a conference?',
      help: 'First-time speakers get a mentor if they wish.',
      audience: 'chairs',
      options: YES_OR_NO,
    },
    {
      ...BLANK,
      key: 'shirt',
      kind: 'choice',
      about: 'speaker',
      label: 'Size of your shirt',
      audience: 'chairs',
      frozenFrom: addDays(conference.startsOn, -30),
      options: SIZES,
    },
    {
      ...BLANK,
      key: ON_STAGE,
      kind: 'prose',
      label: 'What do you need on stage?',
      help: 'Asked once it is accepted: a second screen, a table, a piano.',
      audience: 'chairs',
      isForAccepted: true,
      limit: 60,
    },
    {
      ...BLANK,
      key: SUPPER,
      kind: 'choice',
      about: 'speaker',
      label: 'What would you eat at the speakers’ supper?',
      audience: 'chairs',
      isForAccepted: true,
      frozenFrom: addDays(conference.startsOn, -14),
      options: SUPPERS,
    },
  ]
  rows.question.push(
    ...asked.map((question, position) => ({
      ...question,
      id: id(conference.slug, 'question', question.key),
      eventId: conference.id,
      position,
    })),
  )
  const tags = [
    ['war-story', 'A war story'],
    ['live-demo', 'With a live demo'],
    ['first-talk', 'A first talk'],
  ] as const
  rows.tag.push(
    ...tags.map(([slug, name], position) => ({
      id: id(conference.slug, 'tag', slug),
      eventId: conference.id,
      ...{ slug, name, position },
    })),
  )
  addPosters({ rows, id, today }, conference)
}

/** A second call of the conference, which closes anywhere on Earth, with a code for somebody who was late. */
function addPosters(
  { rows, id, today }: Pick<Context, 'rows' | 'id' | 'today'>,
  { id: eventId, slug, call, formats }: Conference,
): void {
  const callId = id('call', slug, 'posters')
  const [posterId, closesAt] = [id(slug, 'poster'), addDays(call.closesAt, 20)]
  rows.format.push({ id: posterId, eventId, slug: 'poster', name: 'Poster', minutes: 45, position: 9 })
  rows.call.push({
    ...TERMS,
    id: callId,
    eventId,
    kind: 'posters',
    position: 1,
    opensAt: call.opensAt,
    closesAt: atTime(closesAt, '23:59', 'Etc/GMT+12'),
    timeZone: 'Etc/GMT+12',
    guidance: 'One sheet, A0, that stands without you. We print it.',
  })
  rows.callFormat.push({ callId, formatId: posterId, closesAt: null })
  const talks = id('call', slug)
  rows.callFormat.push(...formats.map((format) => ({ callId: talks, formatId: id(slug, format.slug), closesAt: null })))
  rows.accessCode.push({
    id: id(talks, 'code'),
    callId: talks,
    code: 'LATELANTRN',
    note: 'Keynote that fell ill',
    mostUses: 2,
    createdAt: today,
  })
}

const TERMS = { closesByDay: false, graceMinutes: 0, limitPerPerson: null } as const

/** A day inside the conference, and evenings whose call never closes. */
export function addBeside({ rows, id, today }: Context, conference: Conference): void {
  const { timeZone, place, startsOn } = conference
  const [day, evenings] = [id('event', 'harbour-day'), id('event', 'lantern-evenings')]
  const shared = { timeZone, place, website: null, registrationUrl: null, createdAt: addDays(today, -40) }
  rows.event.push(
    {
      ...shared,
      id: day,
      slug: `harbour-day-${startsOn.getUTCFullYear()}`,
      acronym: `harbourday${startsOn.getUTCFullYear()}`,
      name: `Harbour Day ${startsOn.getUTCFullYear()}`,
      summary: 'The day before, for those who run registries and what is stored in them.',
      parentId: conference.id,
      startsOn: addDays(startsOn, -1),
      endsOn: addDays(startsOn, -1),
      languages: ['en'],
    },
    {
      ...shared,
      id: evenings,
      slug: 'lantern-evenings',
      acronym: 'lanternevenings',
      name: 'Lantern Evenings',
      summary: 'Two talks and a meal, every other month. Whoever has something to tell may say so at any time.',
      parentId: null,
      startsOn: null,
      endsOn: null,
      languages: ['en', 'zh'],
    },
  )
  rows.call.push(
    {
      ...TERMS,
      id: id('call', day),
      eventId: day,
      kind: 'talks',
      position: 0,
      opensAt: addDays(today, -14),
      closesAt: atTime(addDays(today, 16), '23:59', 'Etc/GMT+12'),
      timeZone: 'Etc/GMT+12',
      guidance: 'Twenty minutes each. Tell us what broke, and what you store now that you did not store before.',
    },
    {
      ...TERMS,
      id: id('call', evenings),
      eventId: evenings,
      kind: 'talks',
      position: 0,
      opensAt: addDays(today, -40),
      closesAt: null,
      timeZone: null,
      guidance: 'There is no deadline. We answer within six weeks.',
    },
  )
  for (const eventId of [day, evenings])
    rows.format.push({ id: id(eventId, 'talk'), eventId, slug: 'talk', name: 'Talk', minutes: 20, position: 0 })
}

/** What those who have confirmed were asked afterwards, and have answered; the first of them has not yet. */
export function addLaterAnswers({ rows, random }: Context, proposals: Proposal[]): void {
  const draw = random.fork('later answers')
  const [, ...confirmed] = proposals.filter(({ fate }) => fate === 'confirmed')
  const stage = new Map<unknown, string>(confirmed.map(({ id }) => [id, draw.pick(STAGES)]))
  for (const row of rows.proposal) {
    const answer = stage.get(row.id)
    if (answer) row.answers = { [ON_STAGE]: answer }
  }
  for (const row of rows.proposalVersion) {
    const answer = stage.get(row.proposalId)
    if (answer) row.content = { ...Object(row.content), answers: { [ON_STAGE]: answer } }
  }
  for (const row of rows.proposalSpeaker)
    if (stage.has(row.proposalId)) row.answers = { [SUPPER]: draw.pick(SUPPERS).value }
}

const STAGES = [
  'A second screen, if there is one.',
  'Nothing but a lectern.',
  'Sound from the laptop, for ten seconds.',
]
