import { z } from 'zod'
import { Email } from '@/features/access/schema'
import { KINDS, Kind } from '@/features/changes/schema'

export const LOCALES = ['en', 'zh'] as const
export const Locale = z.enum(LOCALES).catch('en')
export type Locale = (typeof LOCALES)[number]

/** What the form may hold; a refusal is the name of its field. */
export const NewSubscription = z.object({
  email: Email,
  locale: Locale,
  topics: z
    .array(Kind)
    .min(1)
    .transform((chosen) => KINDS.filter((kind) => chosen.includes(kind))),
})
export type NewSubscription = z.infer<typeof NewSubscription>

export interface SubscribeState {
  values: { email: string; locale: Locale; topics: string[] }
  errors: Partial<Record<'email' | 'topics', string>>
}

/** For so long the link of the first mail counts. */
export const CONFIRM_HOURS = 48
