import { z } from 'zod'
import { Code, Decision, text } from '../schema'

export const DecisionItem = z.object({
  code: Code,
  decision: Decision,
  reason: text(5_000, 'The reason').nullable().default(null),
})
export type DecisionItem = z.infer<typeof DecisionItem>

/** Several decisions: all are taken, or none. */
export const DecisionBatch = z.object({
  items: z.array(DecisionItem).min(1, 'Choose at least one proposal').max(5_000),
  dryRun: z.boolean().default(false),
})
export type DecisionBatch = z.infer<typeof DecisionBatch>

export const AnnouncementBatch = z.object({
  codes: z.array(Code).min(1, 'Choose at least one proposal').max(5_000),
  dryRun: z.boolean().default(false),
})
export type AnnouncementBatch = z.infer<typeof AnnouncementBatch>

/** What is undone: of each proposal the move that was in sight, by its number in the log. */
export const UndoBatch = z.object({
  items: z
    .array(z.object({ code: Code, move: z.string().regex(/^\d{1,18}$/) }))
    .min(1, 'Choose at least one proposal')
    .max(5_000),
})
export type UndoBatch = z.infer<typeof UndoBatch>
