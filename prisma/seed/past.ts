import type { Cast } from './cast'
import { addConference, type Conference, type Plan } from './conferences'
import type { Context } from './context'
import { addDays, weekdayFrom } from './days'
import type { Stages } from './lives'
import type { Fate, Proposal } from './proposal'
import { addProposal, inventQuality } from './proposals'
import { addReviews, assignReviewers } from './reviews'
import { addRelease, addSlots, type Cell, placeSessions } from './schedule'

const ROOMS = [
  { slug: 'tide-hall', name: 'Tide Hall', capacity: 420 },
  { slug: 'boathouse', name: 'Boathouse', capacity: 140 },
  { slug: 'rope-loft', name: 'Rope Loft', capacity: 60 },
]
const FORMATS = [
  { slug: 'keynote', name: 'Keynote', minutes: 40 },
  { slug: 'talk', name: 'Talk', minutes: 30 },
  { slug: 'lightning', name: 'Lightning talk', minutes: 10 },
  { slug: 'workshop', name: 'Workshop', minutes: 90 },
]
/** Sessions that take place, by format; one more talk was confirmed and then cancelled. */
const TAKE_PLACE: [format: string, count: number][] = [
  ['keynote', 2],
  ['talk', 24],
  ['lightning', 3],
  ['workshop', 1],
]
const OTHERS: Fate[] = [
  ...Array<Fate>(2).fill('declined'),
  ...Array<Fate>(4).fill('told-waitlisted'),
  ...Array<Fate>(14).fill('told-rejected'),
  ...Array<Fate>(2).fill('withdrawn'),
]

/** A conference of three months ago, from its proposals to the second release of its schedule. */
export function addPast(context: Context, cast: Cast): Conference {
  const conference = addConference(context, planOf(context))
  const { startsOn } = conference
  const stages: Stages = {
    submit: [conference.call.opensAt, conference.call.closesAt],
    decideAt: addDays(startsOn, -70),
    announceAt: addDays(startsOn, -66),
    answer: [addDays(startsOn, -65), addDays(startsOn, -55)],
    cancelAt: addDays(startsOn, -12),
    chairId: cast.demo.chair.id,
  }
  const proposals = addProposals(context, conference, cast, stages)
  const written: [Date, Date] = [addDays(startsOn, -95), addDays(startsOn, -72)]
  const reviewers = cast.reviewers.map((reviewer) => ({ ...reviewer, diligence: 1 }))
  const assigned = assignReviewers(context, proposals, reviewers, 3)
  addReviews(context, conference, assigned, { assignedAt: addDays(startsOn, -98), written })
  publish(context, conference, proposals)
  return conference
}

function planOf({ today }: Context): Plan {
  const startsOn = weekdayFrom(addDays(today, -94), 4)
  const year = startsOn.getUTCFullYear()
  return {
    slug: `tideline-days-${year}`,
    acronym: `tideline${year}`,
    name: `Tideline Days ${year}`,
    summary: 'Two days by the river for people who run other people’s software.',
    place: 'Old Tide Mill, Lisbon',
    timeZone: 'Europe/Lisbon',
    startsOn,
    days: 2,
    languages: ['en'],
    call: {
      opensAt: addDays(startsOn, -150),
      closesAt: addDays(startsOn, -100),
      guidance: 'Tell us what you ran, what went wrong, and what you would do on Monday. No products, please.',
      limitPerPerson: 3,
    },
    formats: FORMATS,
    rooms: ROOMS,
  }
}

function addProposals(context: Context, conference: Conference, cast: Cast, stages: Stages): Proposal[] {
  const random = context.random.fork('past')
  const speakers = random.shuffle(cast.speakers)
  const formats = TAKE_PLACE.flatMap(([format, count]) => Array<string>(count).fill(format))
  const taking = [...formats, 'talk'].map((format, index) => {
    const isLast = index === formats.length
    const pair = index % 7 === 3 ? [speakers[(index + 40) % speakers.length]] : []
    const named = index === 4 ? [cast.demo.speaker] : [speakers[index % speakers.length], ...pair]
    return addProposal(context, conference, {
      key: `in/${index}`,
      format,
      speakers: named.filter((person) => person !== undefined),
      fate: isLast ? 'cancelled' : 'confirmed',
      stages,
      quality: Math.max(3.4, inventQuality(random) + 0.6),
    })
  })
  const others = OTHERS.map((fate, index) => {
    const speaker = fate === 'told-rejected' && index === 8 ? cast.demo.speaker : random.pick(speakers)
    const format = random.weighted([
      ['talk', 8],
      ['lightning', 2],
      ['workshop', 1],
    ] as const)
    const quality = Math.min(3.6, inventQuality(random))
    return addProposal(context, conference, { key: `out/${index}`, format, speakers: [speaker], fate, stages, quality })
  })
  return [...taking, ...others]
}

/** Two releases: in the second a session is gone, and another has moved into its place. */
function publish(context: Context, conference: Conference, proposals: Proposal[]): void {
  const taking = proposals.filter(({ fate }) => fate === 'confirmed' || fate === 'cancelled')
  const [first, ...rest] = taking.filter(({ fate }) => fate === 'confirmed')
  const cancelled = taking.filter(({ fate }) => fate === 'cancelled')
  const planned = placeSessions(context, conference, CELLS, [...(first ? [first] : []), ...cancelled, ...rest])
  const at = (days: number) => addDays(conference.startsOn, days)
  const previous = addRelease(context, conference, {
    name: 'First programme',
    placed: planned,
    at: at(-45),
    previous: null,
  })
  const dropped = planned.find(({ proposal }) => proposal?.fate === 'cancelled')
  const moved = planned.findLast(({ proposal }) => proposal?.format.slug === 'talk')
  const final = planned
    .filter((each) => each !== dropped)
    .map((each) => {
      if (each !== moved || !dropped) return each
      return { ...each, day: dropped.day, time: dropped.time, room: dropped.room, startsAt: dropped.startsAt }
    })
  addSlots(context, conference, final)
  addRelease(context, conference, { name: 'Final programme', placed: final, at: at(-9), previous })
}

const HALL = 0
const LOFT = 2
const breakAt = (day: number, time: string, minutes: number, title: string): Cell => {
  return { day, time, room: HALL, minutes, holds: { title } }
}
const sessionAt = (day: number, time: string, room: number, minutes: number, format: string): Cell => {
  return { day, time, room, minutes, holds: { format } }
}
const talksAt = (day: number, times: string[], rooms: number[]) =>
  times.flatMap((time) => rooms.map((room) => sessionAt(day, time, room, 30, 'talk')))

const CELLS: Cell[] = [
  breakAt(0, '08:15', 45, 'Registration and coffee'),
  breakAt(0, '09:00', 15, 'Welcome'),
  sessionAt(0, '09:15', HALL, 40, 'keynote'),
  ...talksAt(0, ['10:10', '11:10', '11:50'], [HALL, 1, LOFT]),
  breakAt(0, '10:40', 30, 'Coffee'),
  breakAt(0, '12:20', 80, 'Lunch'),
  ...talksAt(0, ['13:40', '14:20'], [HALL, 1]),
  sessionAt(0, '13:40', LOFT, 90, 'workshop'),
  breakAt(0, '14:50', 40, 'Coffee and cake'),
  ...['15:30', '15:45', '16:00'].map((time) => sessionAt(0, time, HALL, 10, 'lightning')),
  breakAt(0, '16:15', 120, 'Drinks on the quay'),
  sessionAt(1, '09:15', HALL, 40, 'keynote'),
  ...talksAt(1, ['10:10', '11:10', '11:50'], [HALL, 1, LOFT]),
  breakAt(1, '10:40', 30, 'Coffee'),
  breakAt(1, '12:20', 80, 'Lunch'),
  ...talksAt(1, ['13:40'], [HALL, 1, LOFT]),
  breakAt(1, '14:20', 20, 'Goodbye'),
]
