'use server'
import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { eventAction } from '@/features/access/gate'
import { dayOf, wallClock } from '@/lib/time'
import * as draft from './commands/draft'
import * as release from './commands/release'
import { wallTimeOf } from './rules'
import { PlacedThing, PlaceInput, ReleaseInput } from './schema'

/** A form that was refused: what it held, and why. `field` is the name of the control in question. */
export interface EditState {
  message: string
  field: string | null
  values: Record<string, string>
}

export const placeSlot = eventAction('placeSlot', async (actor, event, _: EditState | null, form: FormData) => {
  const values = valuesOf(form)
  const thing = PlacedThing.safeParse(values.code ? { code: values.code } : { title: values.title })
  const place = placeIn(values)
  if (!thing.success) return invalid(values, 'title', thing.error.issues[0]?.message)
  if (!place.success) return invalid(values, fieldOf(place.error), place.error.issues[0]?.message)
  const version = Number(values.version)
  const outcome = await draft.placeSlot(actor, event, { thing: thing.data, place: place.data, version })
  if (!outcome.ok) return refused(values, outcome, event.timeZone)
  return done(event.slug, { day: values.day, done: 'placed', slot: outcome.number })
})

export const moveSlot = eventAction('moveSlot', async (actor, event, _: EditState | null, form: FormData) => {
  const values = valuesOf(form)
  const place = placeIn(values)
  if (!place.success) return invalid(values, fieldOf(place.error), place.error.issues[0]?.message)
  const request = { slotId: values.slotId ?? '', place: place.data, version: Number(values.version) }
  const outcome = await draft.moveSlot(actor, event, request)
  if (!outcome.ok) return refused(values, outcome, event.timeZone)
  return done(event.slug, { day: values.day, done: 'moved', slot: outcome.number })
})

export const removeSlot = eventAction('removeSlot', async (actor, event, _: EditState | null, form: FormData) => {
  const values = valuesOf(form)
  const request = { slotId: values.slotId ?? '', version: Number(values.version) }
  const outcome = await draft.removeSlot(actor, event, request)
  if (!outcome.ok) return refused(values, outcome, event.timeZone)
  return done(event.slug, { day: values.day, done: 'removed' })
})

export const releaseSchedule = eventAction(
  'releaseSchedule',
  async (actor, event, _: EditState | null, form: FormData) => {
    const values = valuesOf(form)
    const input = ReleaseInput.safeParse(values)
    if (!input.success) return invalid(values, 'name', input.error.issues[0]?.message)
    const request = { ...input.data, version: Number(values.version) }
    const outcome = await release.releaseSchedule(actor, event, request, new Date())
    if (!outcome.ok) return refused(values, outcome, event.timeZone)
    return done(event.slug, { day: values.day, done: 'released' })
  },
)

function valuesOf(form: FormData): Record<string, string> {
  const texts = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return Object.fromEntries(texts)
}

function placeIn({ room, day = '', time = '', minutes }: Record<string, string>) {
  return PlaceInput.safeParse({ room, start: wallTimeOf(day, time), minutes })
}

function fieldOf({ issues }: { issues: { path: PropertyKey[] }[] }): string {
  const name = String(issues[0]?.path[0] ?? '')
  return name === 'start' ? 'time' : name
}

function invalid(values: Record<string, string>, field: string, message = 'This is not understood.'): EditState {
  return { values, field, message }
}

/** Whoever is refused sees the draft as it is now. */
function refused(
  values: Record<string, string>,
  outcome: { reason: draft.DraftRefusal | 'nothing-to-release'; conflict?: draft.Conflict },
  timeZone: string,
): EditState {
  refresh()
  const { reason, conflict } = outcome
  const clock = (at: Date) => wallClock(at, timeZone).slice(11, 16)
  const rival = conflict?.rival
  const there = rival && `“${rival.title}” (${rival.room}, ${clock(rival.startsAt)}–${clock(rival.endsAt)})`
  const sentences = {
    overtaken:
      'Somebody has changed the schedule since you opened it. It is shown as it is now, and what you entered is still here: press again where it still fits.',
    'unknown-session': 'This session can no longer be placed: it was declined, withdrawn or cancelled.',
    'unknown-slot': 'This slot is no longer on the schedule: somebody has removed it.',
    'unknown-room': 'This event has no such room. Choose another.',
    'no-such-time': 'Clocks are set forward in that hour, so this time does not exist. Choose another.',
    'room-taken': `The room is taken by ${there}. ${conflict ? waysWords(conflict, timeZone) : ''}`,
    'speaker-busy': `A speaker of this session is in ${there} then. ${conflict ? waysWords(conflict, timeZone) : ''}`,
    'nothing-to-release': 'There is nothing to release yet: no confirmed session and no break is placed.',
  }
  const field =
    reason === 'room-taken' || reason === 'unknown-room' ? 'room' : reason.startsWith('unknown') ? null : 'time'
  return {
    values,
    field: reason === 'overtaken' || reason === 'nothing-to-release' ? null : field,
    message: sentences[reason].trim(),
  }
}

function waysWords({ rival, ways: { rooms, at } }: draft.Conflict, timeZone: string): string {
  const isSameDay = at && dayOf(at, timeZone) === dayOf(rival.startsAt, timeZone)
  const ways = [
    rooms.length > 0 && `free at that time: ${rooms.slice(0, 4).join(', ')}`,
    isSameDay && `free here from ${wallClock(at, timeZone).slice(11, 16)}`,
  ].filter(Boolean)
  return ways.length > 0 ? `Ways out: ${ways.join('; ')}.` : 'Choose another time.'
}

function done(slug: string, query: Record<string, string | number | undefined>): never {
  const given = Object.entries(query).flatMap(([name, value]) => (value ? [[name, String(value)]] : []))
  redirect(`/admin/events/${slug}/schedule?${new URLSearchParams(given)}`)
}
