import { oneLine } from '@/lib/text'
import { numberOf } from '@/lib/uuid'
import type { ReleasedSchedule, ScheduledSession } from '../schema'
import type { ListedRoom, Listing } from './programme'

/** A question with a choice of answers, as Sessionize has instead of tracks, formats, levels and languages. */
export interface Category {
  id: number
  title: string
  items: { id: number; name: string; sort: number }[]
  sort: number
}

/** What these sessions answer, in order of first use; a category that none of them answers is left out. */
export function categoriesOf(schedule: ReleasedSchedule, listings: Listing[]): Category[] {
  const questions: [string, (listing: Listing) => Answer | null][] = [
    ['Track', ({ slot, track }) => (track === null ? null : { key: slot.session.track ?? track, name: track })],
    ['Session format', ({ slot }) => formatOf(slot.session)],
    ['Level', ({ slot }) => plainAnswer(slot.session.level)],
    ['Language', ({ slot }) => plainAnswer(slot.session.language)],
  ]
  return questions
    .map(([title, answer], sort) => {
      const answers = listings.map(answer).filter((each) => each !== null)
      const names = new Map(answers.map(({ key, name }) => [key, name]))
      const items = [...names].map(([key, name], position) => ({
        id: idOf(schedule, title, key),
        name,
        sort: position,
      }))
      return { id: idOf(schedule, title, ''), title, items, sort }
    })
    .filter((category) => category.items.length > 0)
}

/** Sessionize's ids are numbers, ours are slugs; a number made of the slug is the same in every view and release. */
export function roomId(room: ListedRoom): number {
  return numberOf(room.guid)
}

interface Answer {
  key: string
  name: string
}

function formatOf({ format }: ScheduledSession): Answer | null {
  return format && { key: format.slug, name: oneLine(format.name) }
}

function plainAnswer(text: string | null): Answer | null {
  return text ? { key: text, name: oneLine(text) } : null
}

function idOf({ event }: ReleasedSchedule, title: string, key: string): number {
  return numberOf(`${event.slug}/${title}/${key}`)
}
