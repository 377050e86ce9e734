export type TrackWord = 'platforms' | 'networking' | 'observability' | 'security' | 'data' | 'community'

/**
 * What a talk may be about. The phrases are built for the sentences of titles.ts and abstracts.ts, so their grammar is
 * part of their meaning.
 */
export interface Topic {
  track: TrackWord
  /** Noun phrases without an article: “admission webhooks”. */
  about: readonly string[]
  /** Whole clauses in the past: “every deploy waited for one slow validator”. */
  pains: readonly string[]
  /** Three forms of the verb, then the rest: “move|moved|moving the checks out of the request path”. */
  moves: readonly string[]
  /** What went down, and its unit: “the time from merge to production|min”. */
  measures: readonly string[]
  /** Whole clauses in the present: “a timeout without a budget is a guess”. */
  lessons: readonly string[]
  projects: readonly string[]
}
