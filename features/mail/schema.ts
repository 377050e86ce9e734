import { z } from 'zod'

/** Messages that were chosen in a list; what is no id chooses nothing. */
export const Ids = z.array(z.uuid()).max(5_000).catch([])

/** Another text for a draft. */
export const DraftForm = z.object({
  subject: z
    .string()
    .trim()
    .min(1, 'Enter a subject')
    .max(300, 'Keep it under 300 characters')
    .transform((subject) => subject.replace(/\s+/g, ' ')),
  text: z
    .string()
    .max(50_000, 'Keep it under 50,000 characters')
    .transform((text) => `${text.replace(/\r\n?/g, '\n').trim()}\n`)
    .refine((text) => text.trim() !== '', 'Enter a text'),
  version: z.coerce.number().int().min(1).max(2_147_483_647),
})

export interface DraftState {
  values: { subject: string; text: string }
  errors: Record<string, string>
}
