import { expect, test } from 'vitest'
import { can } from '@/features/access/rules'
import type { Actor, Role } from '@/features/access/schema'
import { ENDPOINTS, type EndpointName, type Need, type Permission } from '@/features/access/table'
import { db } from '@/lib/db'
import { aToken, call } from '@/tests/api'
import { REQUESTS } from '@/tests/api-requests'
import { addressOf, type Sent } from '@/tests/api-sent'
import { aWorld, SECRET } from '@/tests/api-world'
import { anOpenCall, aPerson } from '@/tests/factories'
import { kept } from '@/tests/kept'
import { tables } from '@/tests/tables'

const theWorld = kept(aWorld)
const NAMES = Object.keys(ENDPOINTS) as EndpointName[]

/** What everybody with an account may do in any event, and what everybody may read of it. */
const FOR_ALL: EndpointName[] = [
  'POST /events/{event}/proposals',
  'POST /events/{event}/answer-files',
  'GET /profile',
  'PATCH /profile',
  'POST /profile/slug',
  'POST /profile/photo',
]
const isPublic = (name: EndpointName) => ENDPOINTS[name] === 'open'

function isGranted(need: Need, actor: Actor, eventId: string): boolean {
  if (typeof need === 'string') return true
  const permissions: readonly Permission[] = 'verb' in need ? [need] : need
  return permissions.some(({ verb, resource, inEvent }) =>
    can(actor, verb, resource, inEvent ? { eventId } : 'everywhere'),
  )
}

/** Sends what the endpoint is for, to this event, and expects that nothing is told. */
async function tryOut(name: EndpointName, sent: Sent, slug: string, token: string | undefined) {
  const headers = { 'if-match': '"1"' }
  const body = sent.body === undefined ? {} : { body: sent.body }
  const answer = await call(addressOf(name, sent, slug), { ...(token ? { token } : {}), headers, ...body })
  expect({ name, told: answer.text.includes(SECRET) }).toEqual({ name, told: false })
  return answer
}

/** Nothing has changed: what was done and taken back again would stand in the audit. */
const expectUnchanged = async (before: object) => expect(await tables()).toEqual(before)

const ROLES_BESIDE: (Role | 'visitor')[] = [
  'visitor',
  'reader',
  'reviewer',
  'scheduler',
  'editor',
  'ambassador-manager',
  'chair',
]

test.each(ROLES_BESIDE)('%s is refused whatever is not granted, and nothing of it is done', async (role) => {
  const world = await theWorld()
  // A chair is one of another event: theirs is no right here.
  const place = role === 'chair' ? (await anOpenCall()).event.id : world.event.id
  const roles = role === 'visitor' || role === 'reader' ? [] : [role]
  const actor = await aPerson({ name: 'Nobody here', roles, eventId: place })
  const token = role === 'visitor' ? undefined : await aToken(actor)
  const before = await tables()
  for (const name of NAMES) {
    if (isPublic(name)) continue
    if (token && isGranted(ENDPOINTS[name], actor, world.event.id)) continue
    const { status, body } = await tryOut(name, REQUESTS[name](world), world.slug, token)
    expect([name, status, body.type]).toEqual([
      name,
      token ? 403 : 401,
      `/problems/${token ? 'forbidden' : 'unauthenticated'}`,
    ])
  }
  await expectUnchanged(before)
})

test('what is somebody’s own is neither told to another person nor changed by them', async () => {
  const world = await theWorld()
  const stranger = await aPerson({ name: 'Nobody here' })
  const token = await aToken(stranger)
  const before = await tables()
  for (const name of NAMES.filter((each) => !isPublic(each) && !FOR_ALL.includes(each))) {
    const { status, body } = await tryOut(name, REQUESTS[name](world), world.slug, token)
    const isEmptyList = status === 200 && body.items.length === 0
    expect([name, isEmptyList || [403, 404].includes(status), status]).toEqual([name, true, status])
  }
  await expectUnchanged(before)
})

/** Endpoints whose request names something of one event alone: in the address, or in the body. */
const NAMED_IN_ADDRESS = /\{(code|id|version)\}/
const NAMED_IN_BODY =
  /^POST .*\/(conflicts|assignments|pairs|change|loads|decisions|announce|undo|waitlist|send|discard|restore|copy)$/

/** Who holds a role in the one event then holds it in the other, too. */
const bindAlso = (there: string, here: string) => db.$executeRaw`
  insert into role_binding (id, role, person_id, event_id)
  select gen_random_uuid(), role, person_id, ${here}::uuid from role_binding where event_id = ${there}::uuid`

test.each([
  ['of this event', 'here'],
  ['who may do all of it in both', 'there'],
] as const)('ids of another event change nothing and tell nothing, to people %s', async (_, whose) => {
  const worlds = { there: await aWorld(), here: await aWorld() }
  const { there, here } = worlds
  if (whose === 'there') await bindAlso(there.event.id, here.event.id)
  const before = await tables()
  const tried = NAMES.filter((name) => NAMED_IN_ADDRESS.test(name) || NAMED_IN_BODY.test(name))
  for (const name of tried) {
    // Whoever chairs both may copy a form, and whoever reviews in both has a load in both.
    if (whose === 'there' && /(copy|loads)$/.test(name)) continue
    const theirs = REQUESTS[name](there)
    if (theirs.as === 'nobody') throw new Error(`${name} is asked by nobody`)
    const answer = await tryOut(name, theirs, here.slug, worlds[whose].tokens[theirs.as])
    // Of several messages those that are not there are left alone, and the answer says how many it was.
    const isNothing = answer.status === 200 && Object.values(answer.body).every((number) => number === 0)
    expect([name, isNothing || (answer.status >= 400 && answer.status < 500)]).toEqual([name, true])
  }
  await expectUnchanged(before)
})
