import { z } from 'zod'
import { day } from '@/lib/instant'

const Day = day('Enter a day, like 2027-03-01')
const Letter = z.string().trim().max(4_000, 'Keep it under 4,000 characters')

export const TermId = z.uuid()

export const NewTermDays = z.object({ startsOn: Day, endsOn: Day })
export type NewTermDays = z.infer<typeof NewTermDays>

/** `letter` empty: nothing is sent. */
export const NewAppointment = NewTermDays.extend({
  person: z.string().trim().min(1, 'Say who').max(200, 'Keep it under 200 characters'),
  letter: Letter,
})
export type NewAppointment = z.infer<typeof NewAppointment>

export const NewEnd = z.object({ lastDay: Day, letter: Letter })
export type NewEnd = z.infer<typeof NewEnd>

/** What a term was before it was ended early, and the terms that were to follow it. Kept with the term. */
export const CutShort = z.object({
  endsOn: z.string(),
  following: z.array(
    z.object({ id: z.string(), startsOn: z.string(), endsOn: z.string(), applicationId: z.string().nullable() }),
  ),
})
export type CutShort = z.infer<typeof CutShort>

/** The sentences for what is refused, and the field that they belong to. */
export const TERM_REFUSALS: Record<string, { field: string; says: string }> = {
  own: { field: '', says: 'These are your own terms: others of the team set them.' },
  'ends-before-it-starts': { field: 'endsOn', says: 'The last day is before the first' },
  'too-long': { field: 'endsOn', says: 'A term has five years at most' },
  'too-far-ahead': { field: 'startsOn', says: 'The first day is more than a year ahead' },
  overlap: { field: 'startsOn', says: 'They have another term on one of these days. Correct that one first' },
  'no-days': { field: 'lastDay', says: 'Nobody has stated its days. Correct them first' },
  'before-it-starts': { field: 'lastDay', says: 'The term had not begun on that day' },
  'not-earlier': { field: 'lastDay', says: 'The term ends on that day, or before it, as it is' },
  'not-ended': { field: '', says: 'This term has not been ended early.' },
  begun: { field: '', says: 'This term began days ago. End it instead.' },
  'not-found': { field: '', says: 'This term is not there any more.' },
}
