import type { Decision } from '../schema'

/** What is done by deciding so. */
export const DECISION_WORDS: Record<Decision, string> = {
  accepted: 'Accept',
  waitlisted: 'Put on the waiting list',
  rejected: 'Do not accept',
}
