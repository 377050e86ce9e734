import type { Answer, PostFacts, PostState } from '../schema'

/** Where a post stands. A newer text on its way does not change that readers have the older one: see `isOut`. */
export function stateOf(post: PostFacts & { visibleFrom?: Date | null }, now: Date): PostState {
  if (!post.submittedAt) return post.unpublishedAt && !isOut(post) ? 'unpublished' : 'draft'
  if (!post.approvedAt) return 'submitted'
  if (isOut(post) && post.publishedVersion === post.version)
    return post.visibleFrom && post.visibleFrom > now ? 'scheduled' : 'published'
  return stateOfQuotes(post.answers)
}

/** Whether readers have it, or will at its moment. */
export function isOut({ publishedAt }: Pick<PostFacts, 'publishedAt'>): boolean {
  return publishedAt !== null
}

/** What the quotes let through: one refused holds the text back, one unanswered keeps it waiting. */
export function stateOfQuotes(answers: (Answer | null)[]): 'held' | 'waiting' | 'ready' {
  if (answers.includes('refused')) return 'held'
  return answers.includes(null) ? 'waiting' : 'ready'
}

/** Every move of a post's life: from which states, and whose it is. */
export const MOVES = {
  submit: { by: 'guest', from: ['draft'] },
  'take-back': { by: 'guest', from: ['submitted'] },
  'request-changes': { by: 'editor', from: ['submitted', 'waiting', 'held', 'ready'] },
  approve: { by: 'editor', from: ['submitted'] },
  ask: { by: 'editor', from: ['waiting'] },
  publish: { by: 'editor', from: ['ready'] },
  reopen: { by: 'editor', from: ['published', 'scheduled', 'unpublished'] },
  unpublish: { by: 'editor', from: 'out' },
} as const satisfies Record<string, { by: 'guest' | 'editor'; from: readonly PostState[] | 'out' }>
export type MoveName = keyof typeof MOVES

export type Refusal = `is-${PostState}` | 'not-out'

/** Why this move cannot be made now, or null. Whose it is, is the access table's to say. */
export function refuseMove(move: MoveName, post: PostFacts & { visibleFrom?: Date | null }, now: Date): Refusal | null {
  const { from } = MOVES[move]
  if (from === 'out') return isOut(post) ? null : 'not-out'
  const state = stateOf(post, now)
  return (from as readonly PostState[]).includes(state) ? null : `is-${state}`
}

/** Whether the guest may write: not while editors read it, nor after. */
export function canWrite(post: PostFacts, now: Date): boolean {
  return stateOf(post, now) === 'draft'
}

/** What a text still needs before editors read it. */
export function missingFor({ title, summary, text }: { title: string; summary: string; text: string }): string[] {
  return [!title && 'title', !summary && 'summary', !text.trim() && 'text'].filter((name) => name !== false)
}

/** Whether a request for approval can still be answered. */
export function refuseAnswer(
  quote: { answer: Answer | null; expiresAt: Date | null; position: number | null },
  now: Date,
): 'answered' | 'expired' | 'changed' | null {
  if (quote.answer !== null) return 'answered'
  if (quote.position === null) return 'changed'
  return quote.expiresAt === null || now >= quote.expiresAt ? 'expired' : null
}

/** Days for which a quoted person may answer. */
export const ANSWER_DAYS = 14
