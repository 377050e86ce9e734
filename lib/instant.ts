import { z } from 'zod'

/** A moment as JSON says it, with its offset from UTC; of years that calendars and our database know. */
export const Instant = z.iso
  .datetime({ offset: true, error: 'Give a moment with its offset, such as 2027-03-01T09:00:00+01:00' })
  .transform((text) => new Date(text))
  .refine((at) => at.getUTCFullYear() >= 1900 && at.getUTCFullYear() <= 9000, 'That is too far from now')
