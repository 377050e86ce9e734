import type { Tx } from '@/lib/db'
import { slotCalendar } from '../formats/icalendar'
import { latestRelease } from './released'

/** When and where a session is given, as released, and the same as an iCalendar file. */
export interface PlannedSlot {
  startsAt: Date
  room: string
  calendar: string
}

/** The slots of these proposals in the latest release, by code; without those that have none or were cancelled. */
export async function listPlannedSlots(tx: Tx, eventId: string, codes: string[]): Promise<Map<string, PlannedSlot>> {
  const schedule = await latestRelease(tx, eventId)
  if (!schedule) return new Map()
  const wanted = new Set(codes)
  const rooms = new Map(schedule.event.rooms.map(({ slug, name }) => [slug, name]))
  return new Map(
    schedule.slots.flatMap((slot): [string, PlannedSlot][] => {
      const { code } = slot.session
      if (code === null || !wanted.has(code) || slot.status === 'cancelled') return []
      const room = rooms.get(slot.room) ?? slot.room
      return [[code, { startsAt: new Date(slot.startsAt), room, calendar: slotCalendar(schedule, slot) }]]
    }),
  )
}
