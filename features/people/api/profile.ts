import { z } from 'zod'
import type { Person } from '@/features/access/schema'
import { problem } from '@/features/api/rules'
import { invalid, named, personEndpoint, type Reply } from '@/features/api/schema'
import { saveProfile } from '../commands/profile'
import { changeSlug } from '../commands/slug'
import { findProjects, getProfile } from '../queries/profile'
import { audiencesOf } from '../rules'
import { Profile } from '../schema'
import { AUDIENCES, type Audiences, FIELDS } from '../schema/fields'
import { SLUG_REFUSALS, TAKEN_HANDLE } from '../schema/refusals'

const text = z.string().max(10_000)
const words = z.array(z.string().max(200)).max(100)
const Values = z.object({
  name: text,
  affiliation: text,
  bio: text,
  pronouns: text,
  country: text.describe('Two letters, or none'),
  city: text,
  languages: words.describe('Codes or names'),
  expertise: words,
  projects: words.describe('Slugs or names of projects of the foundation'),
  availableToSpeak: z.boolean(),
  website: text,
  github: text,
  linkedin: text,
  mastodon: text,
  bluesky: text,
  twitter: text,
  youtube: text,
})
const [Field, Seen] = [z.enum(FIELDS), z.enum(AUDIENCES)]

const ProfileAnswer = named(
  'Profile',
  Values.extend({
    slug: z.string(),
    email: z.string().nullable(),
    photo: z.string().describe('The name of the picture, or nothing'),
    audiences: z.record(Field, Seen).describe('Who sees each field: all, the staff of the foundation, or nobody'),
  }),
)

async function read({ id }: Person): Promise<{ ok: true; body: object; version: number }> {
  const { slug, name, email, version, values, withheld } = await getProfile(id)
  return { ok: true, body: { slug, name, email, ...values, audiences: audiencesOf(withheld) }, version }
}

const get = personEndpoint('GET /profile', {
  summary: 'One’s own profile, whole: nothing of it is kept from oneself',
  answer: ProfileAnswer,
  handle: (_, person) => read(person),
})

const update = personEndpoint('PATCH /profile', {
  summary: 'Changes it; what is left out stays as it is',
  body: Values.partial().extend({ audiences: z.partialRecord(Field, Seen).default({}) }),
  answer: ProfileAnswer,
  handle: async (call, person): Promise<Reply> => {
    const before = await getProfile(person.id)
    const { audiences: changed, ...typed } = call.body
    // Nothing said is nothing changed: no version, no entry in the audit log.
    if (Object.keys(typed).length + Object.keys(changed).length === 0) return read(person)
    const wanted = { ...before.values, name: before.name, ...typed }
    const parsed = Profile.safeParse({
      ...wanted,
      languages: (wanted.languages ?? []).join(','),
      expertise: (wanted.expertise ?? []).join(','),
      projects: (wanted.projects ?? []).join(','),
      availableToSpeak: wanted.availableToSpeak ? 'on' : '',
      version: call.version ?? 0,
    })
    if (!parsed.success) return invalid(parsed.error)
    const { name, version, ...rest } = parsed.data
    const projects = await findProjects(rest.projects)
    if (projects.unknown.length > 0) {
      const message = `No project of ours is called ${projects.unknown.join(' or ')}`
      return problem('invalid', 'Some fields are not right.', { errors: [{ path: '/projects', message }] })
    }
    const audiences: Audiences = { ...audiencesOf(before.withheld), ...changed }
    const values = { ...rest, projects: [...new Set(projects.found.map(({ slug }) => slug))] }
    const outcome = await saveProfile(person, { name, version, audiences, values })
    if (outcome.ok) return read(person)
    if (outcome.reason === 'handle-taken') {
      const errors = outcome.taken.map((kind) => ({ path: `/${kind}`, message: TAKEN_HANDLE }))
      return problem(outcome.reason, `${TAKEN_HANDLE}.`, { errors })
    }
    const { body: current, version: newest } = await read(person)
    return problem('overtaken', 'This was changed in the meantime.', { current, version: newest })
  },
})

const rename = personEndpoint('POST /profile/slug', {
  summary: 'Gives one’s page another address; the old one leads to it for good',
  body: z.object({ slug: z.string().trim().toLowerCase().max(200) }),
  answer: z.object({ slug: z.string() }),
  handle: async (call, person) => {
    const outcome = await changeSlug(person, person.id, call.body.slug)
    if (outcome.ok) return { ok: true, body: { slug: outcome.slug } }
    const message = SLUG_REFUSALS[outcome.reason]
    return problem(outcome.reason, `${message}.`, { errors: [{ path: '/slug', message }] })
  },
})

export const profileEndpoints = [get, update, rename]
