import { inventAbstract } from './abstracts'
import type { Conference } from './conferences'
import type { Context } from './context'
import { addLife, type Stages } from './lives'
import type { Person } from './people'
import { fillerOf } from './phrases'
import type { Fate, Proposal } from './proposal'
import { inventTitle } from './titles'
import { TOPICS, type TrackWord } from './topics'

export interface Text {
  title: string
  abstract: string
  track: TrackWord
  language: string
}

interface Facts {
  /** Unique within the conference. */
  key: string
  format: string
  speakers: Person[]
  /** Those of the speakers who were asked and have not said yes. */
  asked?: Person[]
  /** What happens to it, or a way to tell once its quality is known. */
  fate: Fate
  stages: Stages
  quality?: number
  text?: Text
}

/** Writes a proposal with its speakers, its versions and the log of its life. */
export function addProposal(context: Context, conference: Conference, facts: Facts): Proposal {
  const { id, rows } = context
  const random = context.random.fork(`proposal/${conference.slug}/${facts.key}`)
  const text = facts.text ?? inventText(random, facts.format)
  const format = conference.formats.find(({ slug }) => slug === facts.format)
  const level = random.weighted([
    ['beginner', 3],
    ['intermediate', 5],
    ['expert', 2],
  ] as const)
  if (!format) throw new Error(`${conference.name} has no format ${facts.format}`)
  const proposal: Proposal = {
    ...text,
    id: id('proposal', conference.slug, facts.key),
    code: context.code(),
    format,
    level,
    speakers: facts.speakers,
    fate: facts.fate,
    quality: facts.quality ?? inventQuality(random),
  }
  rows.proposal.push({
    id: proposal.id,
    code: proposal.code,
    eventId: conference.id,
    callId: conference.callId,
    formatId: id(conference.slug, format.slug),
    trackId: id(conference.slug, text.track),
    levelId: id(conference.slug, level),
    title: text.title,
    abstract: text.abstract,
    language: text.language,
    ...addLife(context, proposal, facts.stages, random),
  })
  rows.proposalSpeaker.push(
    ...facts.speakers.map((person, position) => ({
      ...{ proposalId: proposal.id, personId: person.id, position, answers: {} },
      isAccepted: !facts.asked?.includes(person),
    })),
  )
  return proposal
}

export function inventText(random: Context['random'], format: string): Text {
  const topic = random.pick(TOPICS)
  const fill = fillerOf(topic, random)
  const title = inventTitle(fill, format, random)
  return { title, abstract: inventAbstract(fill, random), track: topic.track, language: 'en' }
}

/** The same talk handed in again under another title, its text hardly touched: what similarity is there to find. */
export function nearDuplicate(of: Text, random: Context['random']): Text {
  const sentences = of.abstract.split(/(?<=[a-z]\.) /)
  const isLong = of.abstract.split(/\s+/).length > 120
  const spare = isLong ? sentences.filter((sentence) => !sentence.includes('\n')) : []
  const dropped = spare.length > 0 ? random.pick(spare) : null
  const rest = sentences.filter((sentence) => sentence !== dropped)
  const abstract = rest.join(' ').replace('Within', 'In').replace('We ', 'Our team ')
  return { ...of, title: `${of.title.replace(/[.:,].*$/, '')}, revisited`, abstract }
}

export function inventQuality(random: Context['random']): number {
  return Math.min(5, Math.max(1, random.normal(3.1, 0.8)))
}
