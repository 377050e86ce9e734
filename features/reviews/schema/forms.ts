import { z } from 'zod'
import { Code } from '@/features/proposals/schema'
import { plainText } from '@/lib/text'

/** What connects a reviewer with a proposal. */
export const NewConflict = z.object({
  code: Code,
  reason: z
    .string()
    .transform(plainText)
    .pipe(z.string().trim().min(1, 'Say what connects you with it').max(500, 'Keep it under 500 characters')),
})
export type NewConflict = z.infer<typeof NewConflict>

export const CommentText = z
  .string()
  .transform(plainText)
  .pipe(z.string().trim().min(1, 'Write something first').max(5_000, 'Keep it under 5,000 characters'))

export const COMMENT_REFUSALS = {
  'not-found': 'There is no such proposal to talk about.',
  'comments-off': 'In this round the committee does not talk about proposals here.',
  'own-first': 'In this round you read what others say once your own review is handed in.',
  'not-open-yet': 'This round of reviewing has not begun yet.',
  'round-over': 'This round of reviewing is over.',
  'too-late': 'A comment can be changed for fifteen minutes: write another.',
} as const
export type CommentRefusal = keyof typeof COMMENT_REFUSALS
