import { EMPTY } from '@/features/people/rules'
import { addLaterAnswers } from './calls'
import type { Cast } from './cast'
import { CHINESE_TEXTS } from './chinese'
import { addConference, type Conference, type Plan } from './conferences'
import type { Context } from './context'
import { addDays, atTime, weekdayFrom } from './days'
import { addInvitation } from './invitations'
import type { Stages } from './lives'
import { addNeeds } from './needs'
import { addMail } from './outbox'
import type { Person } from './people'
import type { Fate, Proposal } from './proposal'
import { addProposal, inventText, nearDuplicate, type Text } from './proposals'
import { addDiscussion, addReview, assignReviewers, type Reviewer } from './reviews'
import { addSlots, type Cell, placeSessions } from './schedule'

const ROOMS = [
  { slug: 'lantern-hall', name: 'Lantern Hall', capacity: 800 },
  { slug: 'jetty', name: 'Jetty', capacity: 220 },
  { slug: 'godown', name: 'Godown', capacity: 160 },
  { slug: 'pantry', name: 'Pantry', capacity: 48 },
]
const FORMATS = [
  { slug: 'keynote', name: 'Keynote', minutes: 25 },
  { slug: 'talk', name: 'Talk', minutes: 35 },
  { slug: 'lightning', name: 'Lightning talk', minutes: 10 },
  { slug: 'workshop', name: 'Workshop', minutes: 90 },
]
/** Every state that a proposal can be in, so that each screen has something to show. */
const FATES: [fate: Fate, count: number][] = [
  ['draft', 6],
  ['submitted', 34],
  ['recommended', 3],
  ['withdrawn', 2],
  ['to-be-accepted', 3],
  ['to-be-waitlisted', 1],
  ['to-be-rejected', 2],
  ['told-accepted', 4],
  ['told-waitlisted', 1],
  ['told-rejected', 1],
  ['confirmed', 5],
  ['declined', 1],
  ['cancelled', 1],
]

/** A conference in four months: its call is open, reviews have begun, a few keynotes are confirmed, three are placed. */
export function addComing(context: Context, cast: Cast): Conference {
  const conference = addConference(context, planOf(context))
  const { today } = context
  const stages: Stages = {
    submit: [conference.call.opensAt, addDays(today, -1)],
    decideAt: addDays(today, -9),
    announceAt: addDays(today, -8),
    answer: [addDays(today, -7), addDays(today, -3)],
    cancelAt: addDays(today, -2),
    chairId: cast.demo.chair.id,
  }
  const early: Stages = { ...stages, submit: [conference.call.opensAt, addDays(today, -11)] }
  const proposals = addProposals(context, conference, cast, (fate) => (isEarly(fate) ? early : stages))
  addReviewing(context, conference, cast, proposals)
  const keynotes = proposals.filter(({ fate }) => fate === 'confirmed').slice(0, 3)
  addSlots(context, conference, placeSessions(context, conference, CELLS, keynotes))
  addMail(context, conference, proposals)
  addLaterAnswers(context, proposals)
  const accepted = proposals.filter(({ fate }) => ['confirmed', 'told-accepted', 'to-be-accepted'].includes(fate))
  const invited = accepted.flatMap((proposal) => proposal.speakers)
  addNeeds(context, conference, invited, { unavailable: 0.6, needy: 0.5 })
  return conference
}

function planOf({ today }: Context): Plan {
  const startsOn = weekdayFrom(addDays(today, 121), 2)
  const year = startsOn.getUTCFullYear()
  const timeZone = 'Asia/Singapore'
  return {
    slug: `lantern-quay-${year}`,
    acronym: `lanternquay${year}`,
    name: `Lantern Quay ${year}`,
    summary: 'Three days on the waterfront about software at scale, and about the people who keep it alight.',
    place: 'Lantern Quay Convention Hall, Singapore',
    timeZone,
    startsOn,
    days: 3,
    languages: ['en', 'zh'],
    call: {
      opensAt: atTime(addDays(today, -21), '09:00', timeZone),
      closesAt: atTime(addDays(today, 9), '23:59', timeZone),
      guidance: GUIDANCE,
      limitPerPerson: 4,
    },
    formats: FORMATS,
    rooms: ROOMS,
  }
}

const GUIDANCE = `We look for talks by people who have done the thing. Tell us what you tried, what it cost and what you \
would leave out next time.

Reviewers see neither your name nor where you work, so let the abstract stand on its own. Talks may be in English or \
Chinese. First-time speakers get a mentor if they wish.`

/** Decided before the call has closed: keynotes, invited early. */
function isEarly(fate: Fate): boolean {
  return !['draft', 'submitted', 'recommended', 'withdrawn'].includes(fate)
}

function addProposals(
  context: Context,
  conference: Conference,
  cast: Cast,
  stagesOf: (fate: Fate) => Stages,
): Proposal[] {
  const random = context.random.fork('coming')
  const speakers = random.shuffle(cast.speakers)
  const fates = FATES.flatMap(([fate, count]) => Array<Fate>(count).fill(fate))
  let previous: Text | undefined
  const general = fates.map((fate, index) => {
    const format = isEarly(fate)
      ? 'keynote'
      : random.weighted([
          ['talk', 7],
          ['lightning', 2],
          ['workshop', 1],
        ] as const)
    const text = textFor(index, fate, format, random, previous)
    previous = text
    const [first, second] = [speakers[index % speakers.length], speakers[(index + 23) % speakers.length]]
    const named = [first, random.chance(0.2) ? second : undefined].filter((person) => person !== undefined)
    const speaks = fate === 'told-accepted' && fates[index - 1] !== fate ? [cast.demo.speaker] : named
    const [, ...others] = speaks
    const asked = fate === 'submitted' && index % 3 === 0 ? others : []
    return addProposal(context, conference, {
      key: `${index}`,
      format,
      speakers: speaks,
      asked,
      fate,
      stages: stagesOf(fate),
      text,
    })
  })
  const own = addOwn(context, conference, cast, stagesOf)
  addInvitations(context, conference, general, speakers)
  return [...general, ...own]
}

/** A few are in Chinese, two are handed in a second time, one title needs care in every format. */
function textFor(
  index: number,
  fate: Fate,
  format: string,
  random: Context['random'],
  previous: Text | undefined,
): Text {
  if (fate !== 'submitted') return inventText(random, format)
  const chinese = CHINESE_TEXTS[(index - 8) / 5]
  if (chinese) return chinese
  if (previous?.language === 'en' && (index === 12 || index === 27)) return nearDuplicate(previous, random)
  const text = inventText(random, format)
  return index === 30 ? { ...text, title: `“a < b && c”: ${text.title} – R&D’s “<none>” label` } : text
}

/** Whoever speaks beside another was asked, and most have said yes; of those who have not, some no longer could. */
function addInvitations(context: Context, conference: Conference, proposals: Proposal[], others: Person[]): void {
  const handedIn = proposals.filter(({ fate }) => fate !== 'draft' && fate !== 'withdrawn')
  const waiting = new Set(
    context.rows.proposalSpeaker.flatMap((row) => (row.isAccepted ? [] : [`${row.proposalId} ${row.personId}`])),
  )
  for (const proposal of handedIn)
    for (const person of proposal.speakers.slice(1)) {
      const status = waiting.has(`${proposal.id} ${person.id}`) ? 'invited' : 'accepted'
      addInvitation(context, conference, proposal, { kind: 'co_speaker', status, to: person })
    }
  const alone = handedIn.filter(({ speakers }) => speakers.length === 1)
  for (const [at, status] of (['declined', 'revoked', 'declined'] as const).entries()) {
    const [proposal, person] = [alone[at * 4], others[at + 60]]
    if (proposal && person && !proposal.speakers.includes(person))
      addInvitation(context, conference, proposal, { kind: 'co_speaker', status, to: person })
  }
}

/**
 * The demo's speaker also has a draft, one that waits, one withdrawn, one that was written for somebody who has not
 * taken it over yet, and one in which they are asked to speak.
 */
function addOwn(
  context: Context,
  conference: Conference,
  { demo: { speaker }, speakers }: Cast,
  stagesOf: (fate: Fate) => Stages,
): Proposal[] {
  const own = (['draft', 'submitted', 'withdrawn'] as const).map((fate) =>
    addProposal(context, conference, {
      key: `own/${fate}`,
      format: 'talk',
      speakers: [speaker],
      fate,
      stages: stagesOf(fate),
    }),
  )
  const { photo: _, ...silent } = EMPTY
  const { id: personId, name, affiliation, bio } = speaker
  const profile = { ...silent, name, affiliation: affiliation ?? '', bio: bio ?? '' }
  context.rows.speakerSnapshot.push({ personId, eventId: conference.id, profile, takenAt: addDays(context.today, -6) })
  const [heir, host] = speakers
  if (!heir || !host) return own
  const talk = { format: 'talk', stages: stagesOf('submitted'), fate: 'submitted' as const }
  const given = addProposal(context, conference, { ...talk, key: 'own/for another', speakers: [speaker] })
  addInvitation(context, conference, given, { kind: 'handover', status: 'invited', to: heir })
  const shared = { ...talk, key: 'own/asked', speakers: [host, speaker], asked: [speaker] }
  const joint = addProposal(context, conference, shared)
  addInvitation(context, conference, joint, { kind: 'co_speaker', status: 'invited', to: speaker })
  return [...own, given, joint]
}

function addReviewing(context: Context, conference: Conference, { reviewers }: Cast, proposals: Proposal[]): void {
  const { today, rows } = context
  const [random, talks] = [context.random.fork('reviewing'), context.random.fork('talks of reviewers')]
  const reviewed = proposals.filter(({ fate }) => fate !== 'draft' && fate !== 'withdrawn')
  const at = () => random.date(addDays(today, -9), addDays(today, -0.5))
  let own = 0
  for (const { proposal, reviewers: chosen } of assignReviewers(context, reviewed, reviewers, 3)) {
    const done: Reviewer[] = []
    for (const reviewer of chosen) {
      const isDemo = reviewer.id === reviewers[0]?.id
      if (isDemo ? own++ === 2 : random.chance(0.03)) declare(reviewer, proposal)
      else {
        rows.assignment.push({ proposalId: proposal.id, reviewerId: reviewer.id, createdAt: addDays(today, -10) })
        const state = isDemo ? (OWN_STATES[own % OWN_STATES.length] ?? 'todo') : stateOf(reviewer)
        if (state !== 'todo') addReview(context, conference, proposal, reviewer, random, at(), state)
        if (state === 'submitted') done.push(reviewer)
      }
    }
    const [one, other] = done
    if (one && other && talks.chance(0.2))
      addDiscussion(
        context,
        conference,
        proposal,
        [one, other],
        talks,
        talks.date(addDays(today, -4), addDays(today, -0.5)),
      )
  }

  function declare({ id: personId }: Reviewer, { id: proposalId }: Proposal) {
    const reason = random.pick(['We work in the same team.', 'I helped to write it.', 'We are related.'])
    rows.conflict.push({ proposalId, personId, reason, createdAt: at() })
  }

  function stateOf({ diligence }: Reviewer) {
    if (!random.chance(diligence)) return 'todo'
    return random.weighted([
      ['submitted', 12],
      ['draft', 1],
      ['abstained', 1],
    ] as const)
  }
}

/** What the demo's reviewer has done of each few proposals. */
const OWN_STATES = ['submitted', 'todo', 'draft', 'submitted', 'todo', 'abstained', 'todo'] as const

/** Three keynotes are placed; what else is confirmed waits beside the timetable. */
const CELLS: Cell[] = [0, 1, 2].flatMap((day): Cell[] => [
  { day, time: '08:30', room: 0, minutes: 30, holds: { title: day === 0 ? 'Registration and coffee' : 'Coffee' } },
  { day, time: '09:15', room: 0, minutes: 25, holds: { format: 'keynote' } },
  { day, time: '12:15', room: 0, minutes: 75, holds: { title: 'Lunch' } },
])
