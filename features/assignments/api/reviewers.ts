import { z } from 'zod'
import type { AuthorizedEvent, Person } from '@/features/access/schema'
import { pageInOrder, problem } from '@/features/api/rules'
import { callerOf, endpoint, eventOf, listOf, named, Page, personEndpoint } from '@/features/api/schema'
import { saveWish, setLoads } from '../commands/wishes'
import { getWish, listLoads, type WishPage } from '../queries/loads'

const most = z.int().min(0).max(10_000).nullable()

const list = endpoint('GET /events/{event}/reviewers', {
  summary: 'Everybody who reviews, with what they have and take',
  query: Page,
  answer: listOf(
    z.object({
      slug: z.string(),
      name: z.string(),
      assigned: z.int(),
      done: z.int().describe('Of these, reviews handed in'),
      statedLoad: z.int().nullable().describe('The most that they take, by their own word'),
      chairLoad: z.int().nullable().describe('The same, by a chair’s'),
      hasPreferences: z.boolean(),
    }),
  ),
  handle: async (call) => {
    const rows = (await listLoads(eventOf(call), call.actor)).map(
      ({ id: _, begun: done, hasWishes: hasPreferences, ...row }) => ({
        ...row,
        ...{ done, hasPreferences },
      }),
    )
    return { ok: true, body: pageInOrder(rows, call.query, ({ slug }) => slug) }
  },
})

const loads = endpoint('POST /events/{event}/reviewers/loads', {
  summary: 'Says the most that reviewers get; null leaves it to their own word and the event’s',
  body: z.object({ loads: z.record(z.string().max(80), most).describe('By the slug of the person') }),
  answer: z.object({ set: z.int() }),
  handle: async (call) => {
    const event = eventOf(call)
    const ids = new Map((await listLoads(event, call.actor)).map(({ slug, id }) => [slug, id]))
    const asked = Object.entries(call.body.loads)
    const unknown = asked.filter(([slug]) => !ids.has(slug))
    if (unknown.length > 0) {
      const errors = unknown.map(([slug]) => ({ path: `/loads/${slug}`, message: 'This person does not review here' }))
      return problem('invalid', 'Some fields are not right.', { errors })
    }
    await setLoads(callerOf(call), event, Object.fromEntries(asked.map(([slug, load]) => [ids.get(slug) ?? '', load])))
    return { ok: true, body: { set: asked.length } }
  },
})

const slugs = z.array(z.string().max(80)).max(200).default([])
const LIKING = { tracks: slugs, tags: slugs }
const PreferencesBody = z.object({
  more: z.object(LIKING).default({ tracks: [], tags: [] }).describe('What one would like to read'),
  less: z.object(LIKING).default({ tracks: [], tags: [] }).describe('What one would rather not'),
  languages: z.array(z.string().max(20)).max(20).default([]),
  load: most.default(null).describe('The most that one takes'),
})
const PreferencesAnswer = named('Preferences', PreferencesBody)

function toAnswer({ wish, tracks, tags }: WishPage): z.output<typeof PreferencesBody> {
  const named = (ids: string[]) => ({
    tracks: tracks.filter(({ id }) => ids.includes(id)).map(({ slug }) => slug),
    tags: tags.filter(({ id }) => ids.includes(id)).map(({ slug }) => slug),
  })
  return { more: named(wish.more), less: named(wish.less), languages: wish.languages, load: wish.statedLoad }
}

async function read(event: AuthorizedEvent, person: Person) {
  const page = await getWish(event, person.id)
  return { ok: true as const, body: toAnswer(page), version: page.wish.version, page }
}

const get = personEndpoint('GET /events/{event}/preferences/mine', {
  summary: 'What one would like to review, in which languages, and how much',
  answer: PreferencesAnswer,
  handle: async (call, person) => {
    const { page: _, ...reply } = await read(eventOf(call), person)
    return reply
  },
})

const put = personEndpoint('PUT /events/{event}/preferences/mine', {
  summary: 'Says it anew',
  body: PreferencesBody,
  answer: PreferencesAnswer,
  handle: async (call, person) => {
    const [event, { more, less, languages, load: statedLoad }] = [eventOf(call), call.body]
    const { page } = await read(event, person)
    const errors = (['more', 'less'] as const).flatMap((how) =>
      (['tracks', 'tags'] as const).flatMap((what) =>
        call.body[how][what].flatMap((slug, at) =>
          page[what].some((one) => one.slug === slug)
            ? []
            : { path: `/${how}/${what}/${at}`, message: 'The event has no such choice' },
        ),
      ),
    )
    if (errors.length > 0) return problem('invalid', 'Some fields are not right.', { errors })
    const likingOf = (choices: { id: string; slug: string }[], what: 'tracks' | 'tags') =>
      choices.flatMap(({ id, slug }) => {
        if (more[what].includes(slug)) return [[id, 'more' as const]]
        return less[what].includes(slug) ? [[id, 'less' as const]] : []
      })
    const liking = Object.fromEntries([...likingOf(page.tracks, 'tracks'), ...likingOf(page.tags, 'tags')])
    const outcome = await saveWish(person, event, { liking, languages, statedLoad, version: call.version ?? 0 })
    const { page: _, ...now } = await read(event, person)
    if (outcome.ok) return now
    return problem('overtaken', 'This was changed in the meantime.', { current: now.body, version: now.version })
  },
})

export const reviewerEndpoints = [list, loads, get, put]
