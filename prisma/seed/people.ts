import type { Role } from '@/features/access/schema'
import type { Context } from './context'
import { addDays } from './days'
import { inventName, type Name, slugFor } from './names'
import { inventAffiliation } from './organizations'

export interface Person {
  id: string
  number: number
  slug: string
  name: string
  email: string
  affiliation: string | null
  bio: string | null
}

/** One person for each role that can be tried in the demo; invented like everybody here. */
export const DEMO_NAMES: Record<Role, string> = {
  reader: 'Tomás Quintela',
  speaker: 'Amara Nwosu-Lind',
  reviewer: 'Ilse Rombouts',
  chair: 'Marit Solvang-Deep',
  scheduler: 'Kenji Arakaki',
  editor: 'Odile Ferrandine',
  'ambassador-manager': 'Thandeka Mbelwa',
  admin: 'Ruben Castellfort',
}

export function inventPeople(context: Context, group: string, count: number): Person[] {
  const random = context.random.fork(group)
  return Array.from({ length: count }, (_, index) => addPerson(context, inventName(random), `${group}/${index}`))
}

/** What a profile says beside the name; rows of one table have the same keys. */
const SILENT = {
  country: null as string | null,
  city: null as string | null,
  pronouns: null as string | null,
  languages: [] as string[],
  expertise: [] as string[],
  availableToSpeak: false,
  links: {} as Record<string, string>,
  photo: null as string | null,
}
type Profile = typeof SILENT

/** Writes the person's row too. `key` tells people of one name apart. */
export function addPerson(context: Context, named: Name, key: string, profile: Partial<Profile> = {}): Person {
  const { rows, takenSlugs, today } = context
  const random = context.random.fork(`person/${key}`)
  const slug = slugFor(named, takenSlugs)
  const affiliation = inventAffiliation(random)
  const person: Person = {
    id: context.id('person', key),
    number: context.nextNumber.person(),
    slug,
    name: named.name,
    email: `${slug}@example.${random.chance(0.7) ? 'org' : 'com'}`,
    affiliation,
    bio: random.chance(0.85) ? inventBio(random, named.name, affiliation) : null,
  }
  const createdAt = random.date(addDays(today, -400), addDays(today, -30))
  rows.person.push({
    ...SILENT,
    ...profile,
    ...person,
    emailVerified: createdAt,
    locale: random.chance(0.05) ? 'zh' : 'en',
    createdAt,
  })
  return person
}

const WORK = [
  'keeps other people’s clusters running', 'writes software that has to be boring', 'looks after a small platform team',
  'has been on call for eleven years and still answers politely', 'turns incidents into documentation',
  'maintains more projects than is healthy', 'teaches networking to people who swore never to need it',
  'looks after storage, usually at night', 'leads a group that deletes code for a living', 'measures things before changing them',
  'builds tools for people who have no time for tools', 'spends the day reading traces and the evening reading novels',
] // biome-ignore format: a list of words reads better filled
const BEFORE = [
  'Earlier stations were a shipyard, a bank and a start-up that nobody remembers.', 'A degree in linguistics turned out to help.',
  'The first computer was borrowed and never given back.', 'Before that came ten years of running a theatre’s lights.',
  'Open source has been the hobby, then the job, then the hobby again.', 'Past talks were about failure, mostly.',
] // biome-ignore format: a list of words reads better filled
const FREE_TIME = [
  'Away from keyboards there are bees.', 'Plays the accordion, quietly.', 'Swims in cold water and talks about it.',
  'Organises the meetup of a town with one café.', 'Collects railway timetables.', 'Bakes, runs, in that order.',
  'Happy to answer questions at breakfast.', 'Has strong opinions on tea.', 'Grows chillies on a balcony.',
] // biome-ignore format: a list of words reads better filled

function inventBio(random: Context['random'], name: string, affiliation: string | null): string {
  const work = random.pick(WORK)
  const [works, at] = [`${name} works at ${affiliation} and ${work}.`, `At ${affiliation}, ${name} ${work}.`]
  const sentences = [affiliation === null ? `${name} ${work}.` : random.pick([works, at])]
  if (random.chance(0.6)) sentences.push(random.pick(BEFORE))
  if (random.chance(0.6)) sentences.push(random.pick(FREE_TIME))
  return sentences.join(' ')
}
