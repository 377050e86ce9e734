import { z } from 'zod'
import { day } from '@/lib/instant'
import { plainText } from '@/lib/text'
import { zonedToUtc } from '@/lib/time'

const words = (what: string) =>
  z
    .string()
    .transform((text) => plainText(text).trim())
    .pipe(z.string().max(2_000, `${what} is longer than 2,000 characters`))

/** What a speaker tells the organisers of one event alone. */
export const Needs = z.object({
  accessibility: words('What you need'),
  travel: words('What you need for the journey'),
  purgeOn: day('Choose the day on which this is deleted'),
})
export type Needs = z.infer<typeof Needs>

/** Times at which somebody cannot be on stage: as many as a form has places. */
export const MOST_TIMES = 6

export interface TypedTime {
  from: string
  to: string
}

/** What was typed as instants, or which of them is none: a time that the zone's clocks skip is said to be so. */
export function readTimes(
  typed: TypedTime[],
  timeZone: string,
): { ok: true; times: { startsAt: Date; endsAt: Date }[] } | { ok: false; errors: Record<string, string> } {
  const errors: Record<string, string> = {}
  const times = typed.flatMap(({ from, to }, place) => {
    if (!from && !to) return []
    const [startsAt, endsAt] = [instant(from, timeZone), instant(to, timeZone)]
    if (typeof startsAt === 'string') errors[`from-${place}`] = startsAt
    if (typeof endsAt === 'string') errors[`to-${place}`] = endsAt
    if (typeof startsAt === 'string' || typeof endsAt === 'string') return []
    if (endsAt <= startsAt) errors[`to-${place}`] = 'This is not after its beginning'
    return [{ startsAt, endsAt }]
  })
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, times }
}

function instant(wall: string, timeZone: string): Date | string {
  if (!wall) return 'Give both a beginning and an end'
  try {
    const { at, reading } = zonedToUtc(wall, timeZone)
    return reading === 'nonexistent' ? 'The clocks skip this time there' : at
  } catch {
    return 'This is no date and time'
  }
}
