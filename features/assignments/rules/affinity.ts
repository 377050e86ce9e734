import type { ProposalFacts, Reason, ReviewerFacts } from '../schema'

/** What each reason counts; whole numbers, so that a plan can be proved best. */
const WEIGHTS = { track: 20, tag: 10, wantedTrack: 30, wantedTag: 15, avoided: 30, unread: 100, assigned: 1 } as const
const MOST_TAGS = 3

/** A reviewer with their words ready to be compared. */
export interface Reader {
  known: Set<string>
  languages: Set<string>
  more: Set<string>
  less: Set<string>
}

/** Letters and figures alone, so that “Service mesh” is “service-mesh”. */
const keyOf = (word: string) =>
  word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
const languageOf = (tag: string) => tag.toLowerCase().split('-')[0] ?? ''

export function readerOf({ expertise, languages, more, less }: ReviewerFacts): Reader {
  return {
    known: new Set(expertise.map(keyOf)),
    languages: new Set(languages.map(languageOf)),
    more: new Set(more),
    less: new Set(less),
  }
}

/** A proposal with its words ready to be compared. */
export interface Topic {
  trackId: string | null
  track: string | null
  tags: { id: string; key: string }[]
  language: string
}

export function topicOf({ trackId, track, tags, language }: ProposalFacts): Topic {
  return {
    trackId,
    track: track === null ? null : keyOf(track),
    tags: tags.map(({ id, name }) => ({ id, key: keyOf(name) })),
    language: languageOf(language),
  }
}

/**
 * How well a reviewer fits a proposal: points for a track or tags that they know or asked for, against it for those they
 * would rather not read and for a language they do not. `note` hears every reason that counted.
 */
export function affinityOf(topic: Topic, reader: Reader, note: (reason: Reason) => void = () => {}): number {
  let points = 0
  const count = (reason: Reason, weight: number) => {
    if (weight === 0) return
    points += weight
    note(reason)
  }
  const tags = (words: Set<string>, by: 'id' | 'key') => {
    let found = 0
    for (const tag of topic.tags) if (words.has(tag[by])) found++
    return Math.min(found, MOST_TAGS)
  }
  if (topic.track !== null && reader.known.has(topic.track)) count('track', WEIGHTS.track)
  if (topic.trackId !== null && reader.more.has(topic.trackId)) count('wants-track', WEIGHTS.wantedTrack)
  if (topic.trackId !== null && reader.less.has(topic.trackId)) count('avoids-track', -WEIGHTS.avoided)
  if (topic.tags.length > 0) {
    count('tags', WEIGHTS.tag * tags(reader.known, 'key'))
    count('wants-tags', WEIGHTS.wantedTag * tags(reader.more, 'id'))
    count('avoids-tags', -WEIGHTS.wantedTag * tags(reader.less, 'id'))
  }
  if (reader.languages.size > 0 && !reader.languages.has(topic.language)) count('language', -WEIGHTS.unread)
  return points
}

/** A pair that stands already wins where nothing else speaks for another: plans change no more than they must. */
export const STANDS = WEIGHTS.assigned

export function reasonsFor(proposal: ProposalFacts, reviewer: ReviewerFacts): Reason[] {
  const reasons: Reason[] = []
  affinityOf(topicOf(proposal), readerOf(reviewer), (reason) => reasons.push(reason))
  return reasons
}
