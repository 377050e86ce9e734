import { z } from 'zod'
import { day } from '@/lib/instant'

export const PROMOTIONS = ['by_hand', 'same_track_and_format', 'same_format', 'any'] as const
export type Promotion = (typeof PROMOTIONS)[number]

/** How an event asks accepted speakers for their answer, and what happens without one. */
export interface AnswerPolicy {
  days: number
  /** One date for all, in the event's zone; instead of the days while it lies ahead. */
  until: string | null
  reminderDays: number[]
  silenceDeclines: boolean
  promotion: Promotion
  promotesSince: Date | null
  version: number
}

export const DEFAULT_POLICY: AnswerPolicy = {
  days: 14,
  until: null,
  reminderDays: [7, 2],
  silenceDeclines: false,
  promotion: 'by_hand',
  promotesSince: null,
  version: 0,
}

const dayNumbers = (text: string) =>
  text
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map(Number)

/** The same as a form sends it. */
export const PolicyForm = z.object({
  days: z.coerce.number().int('Enter whole days').min(1, 'At least one day').max(365, 'At most 365 days'),
  until: z.union([z.literal(''), day('Enter a date that exists')]).transform((date) => date || null),
  reminderDays: z
    .string()
    .transform(dayNumbers)
    .pipe(
      z
        .array(z.number('Enter days with commas between').int('Enter whole days').min(1, 'At least one day').max(90))
        .max(5, 'At most five reminders'),
    )
    .transform((days) => [...new Set(days)].sort((a, b) => b - a)),
  silenceDeclines: z.boolean(),
  promotion: z.enum(PROMOTIONS),
  version: z.coerce.number().int().min(0).max(2_147_483_647),
})
export type PolicyForm = z.infer<typeof PolicyForm>

/** The order of the waiting list, first to last. */
export const WaitlistOrder = z.array(z.object({ code: z.string(), place: z.coerce.number().int().min(1).max(9_999) }))

/** The same as JSON. */
export const PolicyBody = z.object({
  days: z.int().min(1, 'At least one day').max(365, 'At most 365 days').default(DEFAULT_POLICY.days),
  until: day('Enter a date that exists').nullable().default(null).describe('One date for all, in place of the days'),
  reminderDays: z
    .array(z.int().min(1, 'At least one day').max(90))
    .max(5, 'At most five reminders')
    .default(DEFAULT_POLICY.reminderDays)
    .transform((days) => [...new Set(days)].sort((a, b) => b - a))
    .describe('How many days before it, each once'),
  silenceDeclines: z.boolean().default(false).describe('Silence is taken for a no'),
  promotion: z.enum(PROMOTIONS).default('by_hand').describe('Who gets a place that has become free'),
})
