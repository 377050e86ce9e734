import { createHash, randomBytes } from 'node:crypto'
import { type APIRequestContext, expect, test } from '@playwright/test'
import { refuse } from '@/features/access/rules'
import { type Actor, ROLES, type Role } from '@/features/access/schema'
import { ENDPOINTS, type Need, PAGES } from '@/features/access/table'
import { query } from './database'

/** Addresses that hold an event lead to one in which the demo roles are bound, and to one in which nobody is. */
const HOME = 'home'
/** Pages that only stand where something was begun before. */
const ASKS_FOR_MORE = ['/sign-in/link']
/** What somebody speaks in: the demo's speaker speaks in one event. */
const isThere = (route: string, role: Role | null, event: string) =>
  route === '/me/events/[event]' ? role === 'speaker' && event === HOME : !ASKS_FOR_MORE.includes(route)
const STATUS = { unauthenticated: 303, forbidden: 403, 'not-found': 404 }
const fill = (route: string, event: string) =>
  route
    .replace(/[[{]event[\]}]/, event)
    .replace(/[[{]code[\]}]/, 'ZZZZZZ')
    .replace('[id]', '00000000-0000-7000-8000-000000000000')
    .replace('[number]', '999999')
    .replace('[slug]', 'nobody-of-this-name')
    .replace('[kind]', 'no-such-kind')
    .replace('[file]', 'no-such-file.csv')
    .replace('/[locale]', '')

async function boundEvent(): Promise<string> {
  const [row] = await query<{ slug: string }>(
    "select e.slug from event e join role_binding b on b.event_id = e.id where b.role = 'chair' order by e.starts_on desc limit 1",
  )
  return row?.slug ?? ''
}

const actorOf = (role: Role | null): Actor =>
  role === null
    ? { kind: 'visitor' }
    : {
        kind: 'person',
        id: '',
        name: '',
        slug: '',
        email: null,
        bindings: [{ role, eventId: ['reviewer', 'chair', 'scheduler'].includes(role) ? HOME : null }],
      }

const appPages = Object.entries(PAGES).filter(([route, need]) => need !== 'open' && !route.startsWith('/[locale]'))

for (const role of [null, ...ROLES])
  test(`${role ?? 'a visitor'} gets into exactly the pages that the table opens`, async ({ request }) => {
    const home = await boundEvent()
    if (role) await signIn(request, role)
    for (const [route, need] of appPages)
      for (const [event, slug] of [
        [HOME, home],
        ['foreign', 'kubecon-china-2018'],
      ] as const) {
        if (event === 'foreign' && !route.includes('[event]')) continue
        const refusal = refuse(need, actorOf(role), route.includes('[event]') ? event : null, true)
        const answer = await request.get(fill(route, slug), { maxRedirects: 0 })
        const name = `${role} ${route} in the ${event} event`
        if (refusal) expect(answer.status(), name).toBe(STATUS[refusal])
        else if (/\[(?:code|id|number|slug|kind|file)\]/.test(route) || !isThere(route, role, event))
          expect(answer.status(), name).toBe(404)
        else expect(answer.status(), name).toBe(200)
      }
  })

for (const role of ROLES)
  test(`a token of ${role} gets into exactly the endpoints that the table opens`, async ({ playwright, baseURL }) => {
    const token = await tokenFor(role)
    const home = await boundEvent()
    const api = await playwright.request.newContext({
      baseURL: baseURL ?? '',
      extraHTTPHeaders: { authorization: `Bearer ${token}` },
    })
    for (const [name, need] of Object.entries(ENDPOINTS)) {
      const [method = '', route = ''] = name.split(' ')
      const refusal = refuse(need satisfies Need, actorOf(role), route.includes('{event}') ? HOME : null, true)
      const data = method === 'GET' ? undefined : { nonsense: true }
      const answer = await api.fetch(`/api/v1${fill(route, home)}`, { method, data })
      if (refusal) expect(answer.status(), `${role} ${name}`).toBe(403)
      else
        expect([200, 201, 202, 204, 404, 409, 412, 422, 428], `${role} ${name} answered ${answer.status()}`).toContain(
          answer.status(),
        )
    }
    await api.dispose()
  })

test('without a token the API opens what is open, and with a wrong one nothing', async ({ request }) => {
  for (const [name, need] of Object.entries(ENDPOINTS)) {
    const [method = '', route = ''] = name.split(' ')
    const address = `/api/v1${fill(route, 'kubecon-china-2018')}`
    const answer = await request.fetch(address, { method })
    if (need === 'open') expect([200, 404, 422], name).toContain(answer.status())
    else expect(answer.status(), name).toBe(401)
    const wrong = await request.fetch(address, { method, headers: { authorization: `Bearer lect_${'x'.repeat(43)}` } })
    expect(wrong.status(), name).toBe(401)
  }
})

async function signIn(request: APIRequestContext, role: Role) {
  const answer = await request.post('/dev/sign-in', { form: { role }, maxRedirects: 0 })
  expect(answer.status(), `signing in as ${role}`).toBe(303)
}

async function tokenFor(role: Role): Promise<string> {
  const token = `lect_${randomBytes(32).toString('base64url')}`
  await query(
    `insert into api_token (id, token_hash, name, person_id)
     select gen_random_uuid(), $1, 'journey', (value ->> $2)::uuid from setting where key = 'demo-people'`,
    [createHash('sha256').update(token).digest('hex'), role],
  )
  return token
}
