import { z } from 'zod'

const TOO_FAR = 'That is too far from now'

/** Whether a moment is of years that calendars and our database know: not the year 0, nor 10000. */
const isInReach = (at: Date) => at.getUTCFullYear() >= 1900 && at.getUTCFullYear() <= 9000

/** A moment as JSON says it, with its offset from UTC; of years that calendars and our database know. */
export const Instant = z.iso
  .datetime({ offset: true, error: 'Give a moment with its offset, such as 2027-03-01T09:00:00+01:00' })
  .transform((text) => new Date(text))
  .refine(isInReach, TOO_FAR)

/** The same as it is written. */
export const InstantText = z.iso
  .datetime({ offset: true, error: 'Give a moment with its offset, such as 2027-03-01T09:00:00+01:00' })
  .refine((text) => isInReach(new Date(text)), TOO_FAR)

/** A day that there is, such as `2027-03-01`, of the same years; else these words. */
export const day = (message: string) => z.iso.date(message).refine((text) => isInReach(new Date(text)), TOO_FAR)

/** A day that there is, or one that nobody has chosen: of addresses, which anybody may write. */
export const isDay = (text: string) => day('').safeParse(text).success
