import { findAnswer, type Stretch } from '../queries/answer'
import { isIndexBehind } from '../queries/stale'
import type { Answer, Question } from '../schema'
import { refreshIndex } from './refresh'

/** More than an editor or a command changes at once; the rest of a large import waits for its own refresh, unseen. */
const AT_MOST = 200

/**
 * Answers a question from an index that knows everything committed before it was asked: what has been written since the
 * last question is indexed first.
 */
export async function ask(question: Question, stretch: Stretch, now = new Date()): Promise<Answer | null> {
  if (await isIndexBehind()) await refreshIndex({ atMost: AT_MOST })
  return findAnswer(question, stretch, now)
}
