import { addConference, type Plan } from './conferences'
import type { Context } from './context'
import { addDays, weekdayFrom } from './days'
import { appoint, type DemoPeople, pastCall, type Sketch, sketchProposals, write } from './large'
import type { Stages } from './lives'
import { addNeeds } from './needs'
import type { Fate } from './proposal'
import { addReviews, assignReviewers } from './reviews'
import { addRelease, addSlots, type Cell, placeSessions } from './schedule'

const FORMATS = [
  { slug: 'keynote', name: 'Keynote', minutes: 20 },
  { slug: 'talk', name: 'Talk', minutes: 35 },
  { slug: 'lightning', name: 'Lightning talk', minutes: 10 },
  { slug: 'tutorial', name: 'Tutorial', minutes: 80 },
]
const SHARES = [
  ['talk', 81],
  ['tutorial', 9],
  ['lightning', 5],
  ['keynote', 5],
] as const
/** How many sessions the timetable below holds: 330. */
const PLACES: Record<string, number> = { keynote: 12, talk: 288, tutorial: 24, lightning: 6 }
const ROOM_NAMES = [
  'Hall of Rivers', 'Rhône', 'Saône', 'Loire', 'Isère', 'Drôme', 'Ardèche', 'Ain', 'Azergues', 'Bourbre', 'Gier', 'Yzeron',
] // biome-ignore format: a list of words reads better filled

/** A conference as large as the foundation's largest: 2,500 proposals, 150 reviewers, 12,500 reviews, 330 sessions. */
export function addKubecon(context: Context, demo: DemoPeople): void {
  const { today } = context
  const conference = addConference(context, planOf(context))
  const reviewers = appoint(context, conference, demo, 150)
  const sketches = sketchProposals(context, { proposals: 2_500, speakers: 1_900, formats: SHARES })
  const stages: Stages = {
    submit: [conference.call.opensAt, conference.call.closesAt],
    decideAt: addDays(today, -16),
    announceAt: addDays(today, -14),
    answer: [addDays(today, -13), addDays(today, -4)],
    cancelAt: addDays(today, -2),
    chairId: demo.chair.id,
  }
  const fates = decide(context, sketches)
  const proposals = sketches.map((sketch) =>
    write(context, conference, sketch, fates.get(sketch) ?? 'told-rejected', stages),
  )
  const accepted = proposals.filter(({ fate }) => fate === 'confirmed').flatMap(({ speakers }) => speakers)
  addNeeds(context, conference, accepted, { unavailable: 0.15, needy: 0.1 })
  const assigned = assignReviewers(context, proposals, reviewers, 5)
  const written: [Date, Date] = [addDays(today, -43), addDays(today, -17)]
  addReviews(context, conference, assigned, { assignedAt: addDays(today, -44), written })
  const confirmed = proposals.filter(({ fate }) => fate === 'confirmed')
  const placed = placeSessions(context, conference, CELLS, confirmed)
  addSlots(context, conference, placed)
  addRelease(context, conference, { name: 'Programme', placed, at: addDays(today, -1), previous: null })
}

function planOf({ today }: Context): Plan {
  const startsOn = weekdayFrom(addDays(today, 75), 1)
  const year = startsOn.getUTCFullYear()
  const timeZone = 'Europe/Paris'
  return {
    slug: `grand-confluence-${year}`,
    acronym: `confluence${year}`,
    name: `Grand Confluence ${year}`,
    summary: 'Four days, twelve rooms, and everybody who keeps something running.',
    place: 'Halle des Deux Rives, Lyon',
    timeZone,
    startsOn,
    days: 4,
    languages: ['en'],
    call: pastCall(
      today,
      timeZone,
      45,
      'Everything that has met production is of interest. What has not, can wait a year.',
    ),
    formats: FORMATS,
    rooms: ROOM_NAMES.map((name, index) => {
      return { slug: index === 0 ? 'hall' : `room-${index}`, name, capacity: index === 0 ? 3_000 : 480 - 30 * index }
    }),
  }
}

/** The best of each format are in, each person once; some of those who just missed decline, wait or have withdrawn. */
function decide({ random }: Context, sketches: Sketch[]): Map<Sketch, Fate> {
  const draw = random.fork('decisions')
  const judged = sketches.map((sketch) => ({ sketch, score: sketch.quality + draw.normal(0, 0.35) }))
  const fates = new Map<Sketch, Fate>()
  const left = { ...PLACES }
  const taken = new Set<string>()
  let passedOver = 0
  for (const { sketch } of judged.sort((a, b) => b.score - a.score)) {
    const { format, speakers } = sketch
    const isOpen = (left[format] ?? 0) > 0 && speakers.every(({ id }) => !taken.has(id))
    if (isOpen && draw.chance(0.96)) {
      left[format] = (left[format] ?? 0) - 1
      for (const { id } of speakers) taken.add(id)
      fates.set(sketch, 'confirmed')
    } else if (isOpen) fates.set(sketch, 'declined')
    else if (passedOver++ < 180) fates.set(sketch, 'told-waitlisted')
    else if (draw.chance(0.02)) fates.set(sketch, 'withdrawn')
  }
  return fates
}

const DAYS = [0, 1, 2, 3]
const HALL = 0
const at = (day: number, time: string, room: number, minutes: number, format: string): Cell => {
  return { day, time, room, minutes, holds: { format } }
}
const breakAt = (day: number, time: string, minutes: number, title: string): Cell => {
  return { day, time, room: HALL, minutes, holds: { title } }
}

/** The last two rooms have tutorials, three a day and a talk between; the others seven talks. */
const CELLS: Cell[] = DAYS.flatMap((day) => [
  breakAt(day, '08:00', 60, day === 0 ? 'Registration' : 'Coffee'),
  ...['09:00', '09:25', '09:50'].map((time) => at(day, time, HALL, 20, 'keynote')),
  breakAt(day, '10:15', 30, 'Coffee'),
  ...ROOM_NAMES.slice(0, -2).flatMap((_, room) =>
    ['10:45', '11:30', '13:30', '14:15', '15:00', '16:00', '16:45'].map((time) => at(day, time, room, 35, 'talk')),
  ),
  ...[10, 11].flatMap((room) => [
    ...['10:45', '13:30', '16:00'].map((time) => at(day, time, room, 80, 'tutorial')),
    at(day, '15:00', room, 35, 'talk'),
  ]),
  breakAt(day, '12:05', 85, 'Lunch'),
  ...(day === 3 ? [] : ['17:30', '17:45'].map((time) => at(day, time, HALL, 10, 'lightning'))),
])
