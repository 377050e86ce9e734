import type {
  ForeignEvent,
  PortableProposal,
  PortableQuestion,
  PortableReview,
  PortableSlot,
  PortableSpeaker,
  Read,
} from '../schema/portable'
import { minutesIn } from './fields'
import type { Reading } from './files'

export type ReadProposal = Read<PortableProposal & { speakers: string[] }>
export type ReadSpeaker = Read<PortableSpeaker>

/** What readers gather before it is an event. */
export interface Gathered {
  proposals: ReadProposal[]
  speakers: ReadSpeaker[]
  questions: PortableQuestion[]
  minutes: Map<string, number>
  colors: Map<string, string>
  /** Times with the names of their rooms; of what is there twice the first counts. */
  slots: Read<PortableSlot>[]
  /** The names of rooms in their order, where a file has one. */
  rooms: string[]
  reviews: Read<PortableReview>[]
}

export const nothing = (): Gathered => ({
  proposals: [],
  speakers: [],
  questions: [],
  minutes: new Map(),
  colors: new Map(),
  slots: [],
  rooms: [],
  reviews: [],
})

/**
 * The event that the records make: formats, tracks, levels and tags are those that its proposals name. A proposal that
 * is there twice, or has a speaker of whom nothing is said, is a problem; a speaker is joined from several files.
 */
export function eventOf(found: Gathered, reading: Reading): ForeignEvent {
  const speakers = joined(found.speakers)
  const proposals = once(found.proposals, reading)
  for (const { place, thing } of proposals)
    for (const id of thing.speakers)
      if (!speakers.has(id)) reading.problem(`${place}, speakers`, `there is no speaker with the id ${id} in the files`)
  const slots = [...new Map(found.slots.toReversed().map((slot) => [slot.thing.id, slot])).values()].toReversed()
  const used = new Set(proposals.flatMap(({ thing }) => thing.speakers))
  const idle = [...speakers.keys()].filter((id) => !used.has(id)).length
  if (idle > 0) reading.note('speakers', `${idle} who speak in no proposal are left out`)
  const named = (of: (proposal: PortableProposal) => (string | null)[]) =>
    unique(proposals.flatMap(({ thing }) => of(thing)).filter((name) => name !== null))
  return {
    formats: named(({ format }) => [format]).map((name) => ({
      name,
      minutes: found.minutes.get(name) ?? minutesIn(name),
    })),
    tracks: named(({ track }) => [track]).map((name) => ({ name, color: found.colors.get(name) ?? null })),
    levels: named(({ level }) => [level]),
    tags: named(({ tags }) => tags),
    questions: found.questions,
    speakers: [...speakers.values()].filter(({ thing }) => used.has(thing.id)),
    proposals,
    rooms: inOrder(unique(slots.map(({ thing }) => thing.room)), found.rooms),
    slots,
    reviews: found.reviews,
    codes: {},
  }
}

const unique = <Thing>(things: Thing[]) => [...new Set(things)]

/** Those that the list knows as it has them, the others after them as they are. */
const inOrder = (names: string[], list: string[]) => [
  ...unique(list).filter((name) => names.includes(name)),
  ...names.filter((name) => !list.includes(name)),
]

function once(proposals: ReadProposal[], reading: Reading): ReadProposal[] {
  const first = new Map<string, ReadProposal>()
  for (const proposal of proposals) {
    const before = first.get(proposal.thing.id)
    if (before) reading.problem(proposal.place, `the id ${proposal.thing.id} is that of ${before.place} already`)
    else first.set(proposal.thing.id, proposal)
  }
  return [...first.values()]
}

/** One record for each id: the first, with what only a later one says. */
function joined(speakers: ReadSpeaker[]): Map<string, ReadSpeaker> {
  const byId = new Map<string, ReadSpeaker>()
  for (const { place, thing } of speakers) {
    const before = byId.get(thing.id)
    byId.set(thing.id, before ? { place: before.place, thing: filled(before.thing, thing) } : { place, thing })
  }
  return byId
}

const filled = (one: PortableSpeaker, other: PortableSpeaker): PortableSpeaker => ({
  id: one.id,
  name: one.name || other.name,
  email: one.email ?? other.email,
  bio: one.bio || other.bio,
  affiliation: one.affiliation || other.affiliation,
  links: { ...other.links, ...one.links },
  picture: one.picture ?? other.picture,
  answers: { ...other.answers, ...one.answers },
})
