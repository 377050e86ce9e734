import { createHmac, timingSafeEqual } from 'node:crypto'
import { addDays, dayOf, type PlainDate, zonedToUtc } from '@/lib/time'

export interface Week {
  /** Its Monday. */
  week: PlainDate
  startsAt: Date
  /** The Monday after it begins; what happens then belongs to the next. */
  endsAt: Date
}

/** The mail goes out at this hour of the Monday, in the foundation's own zone. */
const HOUR = '06:00'

/** The newest week whose digest is due. */
export function dueWeek(now: Date, timeZone: string): Week {
  const today = dayOf(now, timeZone)
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7
  const monday = addDays(today, -weekday)
  const isDue = now >= zonedToUtc(`${monday}T${HOUR}`, timeZone).at
  const end = isDue ? monday : addDays(monday, -7)
  const week = addDays(end, -7)
  const midnight = (day: PlainDate) => zonedToUtc(`${day}T00:00`, timeZone).at
  return { week, startsAt: midnight(week), endsAt: midnight(end) }
}

const UUID = 16
const MAC = 32

/** What ends one subscription: its id, signed, so that nothing has to be kept for it and none can be guessed. */
export function unsubscribeToken(id: string, secret: string): string {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex')
  return Buffer.concat([bytes, macOf(bytes, secret)]).toString('base64url')
}

/** The subscription that a token ends, or null where we did not make it. */
export function subscriptionOf(token: string, secret: string): string | null {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== UUID + MAC || bytes.toString('base64url') !== token) return null
  const id = bytes.subarray(0, UUID)
  if (!timingSafeEqual(bytes.subarray(UUID), macOf(id, secret))) return null
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

function macOf(id: Buffer, secret: string): Buffer {
  return createHmac('sha256', secret).update('unsubscribe').update(id).digest()
}
