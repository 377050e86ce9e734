import { z } from 'zod'
import { TEMPLATE_KINDS } from '../emails/kinds'

/** An event's own words of a mail, as a form sends them; what they may name is asked of the event. */
export const TemplateForm = z.object({
  kind: z.enum(TEMPLATE_KINDS),
  locale: z.enum(['en', 'zh']),
  subject: z.string().trim().max(300, 'Keep it under 300 characters'),
  text: z
    .string()
    .trim()
    .max(20_000, 'Keep it under 20,000 characters')
    .transform((text) => text.replace(/\r\n?/g, '\n')),
  version: z.coerce.number().int().min(0).max(2_147_483_647),
})

export interface TemplateState {
  values: { subject: string; text: string }
  errors: Record<string, string>
  /** The mail with real data, once it was asked for; `nobody` where no proposal is due for it yet. */
  preview: { to: string; subject: string; text: string } | 'nobody' | null
}
