import type { Role } from '@/features/access/schema'
import { bind, type Conference, type Plan } from './conferences'
import type { Context } from './context'
import { addDays, atTime } from './days'
import type { Stages } from './lives'
import { inventPeople, type Person } from './people'
import type { Fate, Proposal } from './proposal'
import { addProposal, inventQuality, inventText, nearDuplicate, type Text } from './proposals'
import { asReviewer, type Reviewer } from './reviews'

export type DemoPeople = Record<Role, Person>

/** What is known of a proposal before it is written. */
export interface Sketch {
  key: string
  format: string
  speakers: Person[]
  quality: number
  text: Text
}

interface Crowd {
  proposals: number
  speakers: number
  formats: readonly (readonly [string, number])[]
}

/** Proposals of a large conference: one in a hundred is handed in twice, one in five has two speakers. */
export function sketchProposals(context: Context, { proposals, speakers, formats }: Crowd): Sketch[] {
  const people = inventPeople(context, 'speaker', speakers)
  const random = context.random.fork('sketches')
  const sketches: Sketch[] = []
  for (let index = 0; index < proposals; index++) {
    const last = sketches.at(-1)
    const isTwin = last !== undefined && index % 100 === 50
    const format = isTwin ? last.format : random.weighted(formats)
    const text = isTwin ? nearDuplicate(last.text, random) : inventText(random, format)
    const named = isTwin ? last.speakers : random.sample(people, random.chance(0.2) ? 2 : 1)
    sketches.push({ key: `${index}`, format, text, speakers: named, quality: inventQuality(random) })
  }
  return sketches
}

/** Reviewers of this event; the demo’s is one of them, its chair and scheduler act here too. */
export function appoint(context: Context, conference: Conference, demo: DemoPeople, count: number): Reviewer[] {
  const random = context.random.fork('reviewers')
  const people = [demo.reviewer, ...inventPeople(context, 'reviewer', count - 1)]
  for (const person of people) bind(context, 'reviewer', person.id, conference.id)
  for (const role of ['chair', 'scheduler'] as const) bind(context, role, demo[role].id, conference.id)
  return people.map((person) => asReviewer(person, random))
}

export function write(context: Context, conference: Conference, sketch: Sketch, fate: Fate, stages: Stages): Proposal {
  return addProposal(context, conference, { ...sketch, fate, stages })
}

/** A call that is over since so many days. */
export function pastCall(today: Date, timeZone: string, closedDaysAgo: number, guidance: string): Plan['call'] {
  return {
    opensAt: atTime(addDays(today, -closedDaysAgo - 70), '09:00', timeZone),
    closesAt: atTime(addDays(today, -closedDaysAgo), '23:59', timeZone),
    guidance,
    limitPerPerson: null,
  }
}
