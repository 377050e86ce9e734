import { addMinutes } from 'date-fns'
import { type LinkKind, linkHref } from '@/features/people/schema/handles'
import { languageName } from '@/lib/languages'
import { wallClock } from '@/lib/time'
import { numberOf } from '@/lib/uuid'
import { toSessionize } from '../rules/foreign-states'
import type {
  PortableEvent,
  PortableProposal,
  PortableQuestion,
  PortableSlot,
  PortableSpeaker,
} from '../schema/portable'

export const LINK_TYPES: Record<LinkKind, string> = {
  website: 'Company_Website',
  github: 'GitHub',
  linkedin: 'LinkedIn',
  mastodon: 'Mastodon',
  bluesky: 'Bluesky',
  twitter: 'Twitter',
  youtube: 'YouTube',
}

interface Category {
  id: number
  title: string
  type: 'session' | 'speaker'
  items: { id: number; name: string; sort: number }[]
}

/** Proposals as Sessionize's “All data” view has them, each with its first time, and what else has a time. */
export function sessionizeEvent(event: PortableEvent) {
  const categories = categoriesOf(event)
  const itemIds = new Map(
    categories.flatMap(({ title, items }) => items.map(({ id, name }) => [`${title}\n${name}`, id])),
  )
  const asked = event.questions.filter((question) => !isChoice(question))
  const item = (title: string, name: string | null) =>
    [itemIds.get(`${title}\n${name}`)].filter((id) => id !== undefined)
  const chosen = (thing: PortableProposal | PortableSpeaker) =>
    event.questions
      .filter(isChoice)
      .flatMap(({ id, label }) => (thing.answers[id] ?? []).flatMap((name) => item(label, name)))
  const answers = (thing: PortableProposal | PortableSpeaker) =>
    asked.flatMap(({ id, kind }) => {
      const values = thing.answers[id]
      if (!values) return []
      return [{ questionId: Number(id), answerValue: kind === 'consent' ? 'true' : values.join(', ') }]
    })
  const first = new Map(event.slots.toReversed().map((slot) => [slot.proposal, slot]))
  const breaks = event.slots.filter(({ proposal }) => proposal === null)
  return {
    sessions: [
      ...event.proposals.map((proposal) => ({
        id: proposal.id,
        title: proposal.title,
        description: proposal.abstract || null,
        ...timeOf(first.get(proposal.id), event),
        isServiceSession: false,
        isPlenumSession: false,
        speakers: proposal.speakers ?? [],
        categoryItems: [
          ...item('Session format', proposal.format),
          ...item('Track', proposal.track),
          ...item('Level', proposal.level),
          ...item('Language', proposal.language && languageName(proposal.language, 'en')),
          ...proposal.tags.flatMap((tag) => item('Tags', tag)),
          ...chosen(proposal),
        ].flat(),
        questionAnswers: answers(proposal),
        liveUrl: null,
        recordingUrl: null,
        ...toSessionize(proposal.standing),
        submittedAt: proposal.submittedAt?.toISOString() ?? null,
      })),
      ...breaks.map((slot) => serviceSession(slot, event)),
    ],
    speakers: event.speakers.map((speaker) => ({
      id: speaker.id,
      ...nameParts(speaker.name),
      fullName: speaker.name,
      bio: speaker.bio || null,
      tagLine: speaker.affiliation,
      profilePicture: speaker.picture,
      isTopSpeaker: false,
      ...(speaker.email ? { email: speaker.email } : {}),
      links: linksOf(speaker).map(([kind, url]) => ({ title: LINK_TYPES[kind], url, linkType: LINK_TYPES[kind] })),
      sessions: event.proposals.flatMap(({ id, speakers }) => (speakers?.includes(speaker.id) ? numberIn(id) : [])),
      categoryItems: chosen(speaker).flat(),
      questionAnswers: answers(speaker),
    })),
    questions: asked.map(({ id, label, kind }, sort) => ({
      ...{ id: Number(id), question: label, questionType: TYPES[kind] ?? 'Short_Text', sort },
    })),
    categories: categories.map((category, sort) => ({ ...category, sort })),
    rooms: event.rooms.map((name, sort) => ({ id: roomId(name), name, sort })),
  }
}

const roomId = (name: string) => numberOf(`room ${name}`)

/** Clocks of the event, as Sessionize writes them. */
function timeOf(slot: PortableSlot | undefined, { timeZone }: PortableEvent) {
  if (!slot) return { startsAt: null, endsAt: null, roomId: null }
  const endsAt = addMinutes(slot.startsAt, slot.minutes)
  const clock = (at: Date) => wallClock(at, timeZone)
  return { startsAt: clock(slot.startsAt), endsAt: clock(endsAt), roomId: roomId(slot.room) }
}

/** A break: a session of the house itself. */
const serviceSession = (slot: PortableSlot, event: PortableEvent) => ({
  id: slot.id,
  title: slot.title ?? '',
  description: null,
  ...timeOf(slot, event),
  isServiceSession: true,
  isPlenumSession: false,
  speakers: [],
  categoryItems: [],
  questionAnswers: [],
  liveUrl: null,
  recordingUrl: null,
  ...{ status: 'Accepted', isInformed: false, isConfirmed: false, submittedAt: null },
})

/** A session's id is a text, and a number where a speaker's sessions are named. */
const numberIn = (id: string) => (/^\d{1,15}$/.test(id) ? Number(id) : id)

const TYPES: Partial<Record<PortableQuestion['kind'], string>> = {
  prose: 'Long_Text',
  consent: 'Checkbox',
  date: 'Date',
  number: 'Number',
  url: 'Web_Address',
  file: 'File',
}

const isChoice = ({ kind }: PortableQuestion) => kind === 'choice' || kind === 'choices'

function categoriesOf(event: PortableEvent): Category[] {
  const languages = [...new Set(event.proposals.flatMap(({ language }) => language ?? []))].sort()
  const parts: [title: string, names: string[]][] = [
    ['Session format', event.formats.map(({ name }) => name)],
    ['Track', event.tracks.map(({ name }) => name)],
    ['Level', event.levels],
    ['Language', languages.map((code) => languageName(code, 'en'))],
    ['Tags', event.tags],
  ]
  return [
    ...parts
      .filter(([, names]) => names.length > 0)
      .map(([title, names]) => ({
        id: numberOf(title),
        title,
        type: 'session' as const,
        items: itemsOf(title, names),
      })),
    ...event.questions.filter(isChoice).map(({ id, label, about, options }) => ({
      ...{ id: Number(id.replace('category-', '')), title: label },
      type: about === 'speaker' ? ('speaker' as const) : ('session' as const),
      items: itemsOf(label, options),
    })),
  ]
}

const itemsOf = (title: string, names: string[]) =>
  names.map((name, sort) => ({ id: numberOf(`${title}/${name}`), name, sort }))

/** The last word of a name is its family name: a guess, which the whole name beside it makes harmless. */
export function nameParts(name: string): { firstName: string; lastName: string } {
  const at = name.lastIndexOf(' ')
  return at < 0 ? { firstName: name, lastName: '' } : { firstName: name.slice(0, at), lastName: name.slice(at + 1) }
}

export const linksOf = ({ links }: PortableSpeaker): [LinkKind, string][] =>
  (Object.keys(LINK_TYPES) as LinkKind[]) // the keys of the table
    .flatMap((kind) => (links[kind] ? [[kind, linkHref(kind, links[kind])] as [LinkKind, string]] : []))
