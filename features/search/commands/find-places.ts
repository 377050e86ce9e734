import { enter } from '@/features/access/queries'
import type { Person } from '@/features/access/schema'
import { PAGES } from '@/features/access/table'
import { listProposals } from '@/features/proposals/queries/committee'
import { listDeskEvents } from '@/features/proposals/queries/desk'
import { plainText } from '@/lib/text'
import { hitPath } from '../rules/addresses'
import { type EntryKind, LONGEST_QUESTION } from '../schema'
import { ask } from './ask'

export interface FoundPlace {
  href: string
  label: string
  hint: string
  group: string
}

const GROUPS: Record<EntryKind, string> = {
  person: 'People',
  event: 'Events',
  talk: 'Talks',
  project: 'Projects',
  article: 'Texts',
  'case-study': 'Texts',
  page: 'Texts',
  organization: 'Organisations',
}
const OF_THE_SITE = 5
const OF_AN_EVENT = 3
/** Desks nearest in time: nobody looks for a proposal in all of history by its name. */
const MOST_EVENTS = 8

/**
 * Where somebody in the back office may mean to go: the public site by its search, then proposals as their committees
 * list them to this person.
 */
export async function findPlaces(person: Person, question: string): Promise<FoundPlace[]> {
  const text = plainText(question).trim().slice(0, LONGEST_QUESTION)
  if (text.length < 2) return []
  const [proposals, answer] = await Promise.all([
    findProposals(person, text),
    ask({ text, filters: {}, locale: 'en' }, { skip: 0, take: OF_THE_SITE }),
  ])
  const found = (answer?.hits ?? []).map((hit) => ({
    href: hitPath(hit, 'en'),
    label: hit.title.map((piece) => piece.text).join(''),
    hint: hit.date?.slice(0, 4) ?? '',
    group: GROUPS[hit.kind],
  }))
  return [...found, ...proposals]
}

/** Each event is entered through its own door, so that nothing is listed which its page would refuse. */
async function findProposals(person: Person, text: string): Promise<FoundPlace[]> {
  const events = (await listDeskEvents(person)).slice(0, MOST_EVENTS)
  const lists = await Promise.all(
    events.map(async ({ slug, name }) => {
      const entry = await enter(PAGES['/admin/events/[event]/proposals'], person, slug)
      if (!entry.ok || !entry.event) return []
      const { items } = await listProposals(entry.event, person, { q: text, limit: OF_AN_EVENT })
      return items.map(({ code, title }) => ({
        href: `/admin/events/${slug}/proposals/${code}`,
        label: title,
        hint: `${code} · ${name}`,
        group: 'Proposals',
      }))
    }),
  )
  return lists.flat()
}
