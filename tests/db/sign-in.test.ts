import { addMinutes } from 'date-fns'
import { expect, test } from 'vitest'
import { bindRole, unbindRole } from '@/features/access/commands/bindings'
import { demoPerson } from '@/features/access/commands/demo'
import { forgetExpired } from '@/features/access/commands/housekeeping'
import { issuePersonToken, issueServiceToken, makeLink } from '@/features/access/commands/operator'
import { confirmLink, endSession, requestLink } from '@/features/access/commands/sign-in'
import { enter, getLinkAddress, getPersonActor, getTokenActor } from '@/features/access/queries'
import { db } from '@/lib/db'
import { adapter } from '@/lib/session/adapter'
import { hashToken } from '@/lib/tokens'
import { anEvent, aPerson } from '../factories'

const asking = { email: 'ada.lovelace@example.org', next: '/events/x/submit?draft=1', network: '203.0.113.9' }

async function aLink(facts: Partial<typeof asking> = {}, now = new Date()): Promise<string> {
  await requestLink({ ...asking, ...facts }, now)
  const { text } = await db.outboxMessage.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })
  return tokenIn(text)
}
const tokenIn = (text: string) => new URL(/http\S+/.exec(text)?.[0] ?? '').searchParams.get('token') ?? ''

test('a link mails its page, comes back to where somebody was, and its token is stored only hashed', async () => {
  await requestLink(asking)
  const { to, text, secret } = await db.outboxMessage.findFirstOrThrow()
  const url = new URL(/http\S+/.exec(text)?.[0] ?? '')
  expect({ to, secret, path: url.pathname, next: url.searchParams.get('next') }).toEqual({
    to: asking.email,
    secret: true,
    path: '/sign-in/confirm',
    next: asking.next,
  })
  const { tokenHash } = await db.verificationToken.findFirstOrThrow()
  expect(tokenHash).toBe(hashToken(url.searchParams.get('token') ?? ''))
  expect(await db.person.count(), 'a person is made by using the link, not by asking').toBe(0)
})

test('a link signs a new person in once', async () => {
  const token = await aLink()
  const outcome = await confirmLink(token, null)
  expect(outcome.ok).toBe(true)
  expect(await db.person.findFirstOrThrow()).toMatchObject({
    slug: 'ada-lovelace',
    name: 'Ada Lovelace',
    email: asking.email,
    emailVerified: expect.any(Date),
  })
  expect(await confirmLink(token, null)).toEqual({ ok: false, reason: 'unknown' })
  expect(await db.session.count()).toBe(1)
})

test('a link counts for fifteen minutes, the last moment not included', async () => {
  const now = new Date()
  const [early, late] = [await aLink({}, now), await aLink({}, now)]
  expect(await getLinkAddress(early, addMinutes(now, 15))).toBeNull()
  expect(await confirmLink(late, null, addMinutes(now, 15))).toEqual({ ok: false, reason: 'expired' })
  expect(await confirmLink(early, null, new Date(addMinutes(now, 15).getTime() - 1))).toMatchObject({ ok: true })
})

test('looking at a link changes nothing', async () => {
  const token = await aLink()
  expect(await getLinkAddress(token, new Date())).toBe(asking.email)
  expect(await getLinkAddress(token, new Date())).toBe(asking.email)
  expect(await confirmLink(token, null)).toMatchObject({ ok: true })
})

test('of two that press at once, one is signed in', async () => {
  const token = await aLink()
  const outcomes = await Promise.all([1, 2, 3].map(() => confirmLink(token, null)))
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await db.session.count()).toBe(1)
})

test('two links of a new address used at once make one person', async () => {
  const tokens = [await aLink(), await aLink()]
  const outcomes = await Promise.all(tokens.map((token) => confirmLink(token, null)))
  expect(outcomes.every(({ ok }) => ok)).toBe(true)
  expect(await db.person.count()).toBe(1)
})

test('a slug that somebody has gets a number', async () => {
  await db.person.create({ data: { slug: 'ada-lovelace', name: 'Another Ada', email: 'ada@example.com' } })
  await confirmLink(await aLink(), null)
  expect(await db.person.findUnique({ where: { email: asking.email } })).toMatchObject({ slug: 'ada-lovelace-2' })
})

test('whoever signs in over another session ends that one', async () => {
  const first = await confirmLink(await aLink(), null)
  const second = await confirmLink(await aLink({ email: 'grace@example.org' }), first.ok ? first.sessionToken : null)
  expect(second.ok).toBe(true)
  expect(await db.session.findMany({ select: { person: { select: { email: true } } } })).toEqual([
    { person: { email: 'grace@example.org' } },
  ])
})

test('signing out ends the session on the server', async () => {
  const outcome = await confirmLink(await aLink(), null)
  const token = outcome.ok ? outcome.sessionToken : ''
  expect(await adapter(db).getSessionAndUser(token)).toMatchObject({ user: { email: asking.email } })
  await endSession(token)
  expect(await adapter(db).getSessionAndUser(token)).toBeNull()
})

test('five links a quarter of an hour go to one address, known or not, and the sixth is refused', async () => {
  const now = new Date('2027-01-01T12:00:00Z')
  const known = await aPerson()
  for (const email of [known.email ?? '', 'nobody@example.org']) {
    const outcomes = []
    for (let n = 0; n < 6; n++) outcomes.push(await requestLink({ ...asking, email }, now))
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true, true, true, false])
  }
  expect(await db.outboxMessage.count()).toBe(10)
  expect(await requestLink({ ...asking, email: 'nobody@example.org' }, addMinutes(now, 15))).toMatchObject({ ok: true })
})

test('one network cannot ask for more than a hundred links, however many addresses it names', async () => {
  const now = new Date('2027-01-01T12:00:00Z')
  await db.rateWindow.create({ data: { key: `sign-in:from:${asking.network}`, startsAt: now, count: 99 } })
  const tries = ['a', 'b', 'c'].map((name) => requestLink({ ...asking, email: `${name}@example.org` }, now))
  const outcomes = await Promise.all(tries)
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
})

test('the adapter keeps nothing of a provider but who somebody is there', async () => {
  const { id } = await aPerson()
  const account = { provider: 'oidc', providerAccountId: 'https://id.example 42', userId: id, type: 'oauth' as const }
  await adapter(db).linkAccount({ ...account, access_token: 'secret', id_token: 'secret', not_before_policy: 0 })
  expect(await db.account.findMany()).toEqual([
    { provider: 'oidc', providerAccountId: 'https://id.example 42', personId: id, createdAt: expect.any(Date) },
  ])
  expect(await adapter(db).getUserByAccount(account)).toMatchObject({ id })
  await adapter(db).unlinkAccount(account)
  expect(await adapter(db).getUserByAccount(account)).toBeNull()
})

test('the adapter stores a session under the hash of its token', async () => {
  const { id: userId } = await aPerson()
  const expires = addMinutes(new Date(), 1)
  await adapter(db).createSession({ sessionToken: 'raw', userId, expires })
  expect(await db.session.findFirst()).toMatchObject({ tokenHash: hashToken('raw'), personId: userId })
  await adapter(db).updateSession({ sessionToken: 'raw', expires: addMinutes(expires, 1) })
  expect(await adapter(db).getSessionAndUser('raw')).toMatchObject({ session: { expires: addMinutes(expires, 1) } })
  await forgetExpired(addMinutes(expires, 2))
  expect(await adapter(db).getSessionAndUser('raw')).toBeNull()
})

test('a person of a provider is made with the name and the proved address it gives', async () => {
  const user = { email: 'Zhang@Example.org', name: '张伟', emailVerified: null }
  const { id } = await adapter(db).createUser(user)
  expect(await adapter(db).getUser(id)).toMatchObject({ name: '张伟', email: 'zhang@example.org' })
  expect(await adapter(db).getUserByEmail('ZHANG@example.org')).toMatchObject({ emailVerified: expect.any(Date) })
})

test('an operator makes the first administrator with one link', async () => {
  const token = tokenIn(await makeLink('root@example.org', 'admin'))
  const outcome = await confirmLink(token, null)
  const session = outcome.ok && (await adapter(db).getSessionAndUser(outcome.sessionToken))
  const actor = session && (await getPersonActor(session.user.id))
  expect(actor).toMatchObject({ email: 'root@example.org', bindings: [{ role: 'admin', eventId: null }] })
})

test('a token of an operator stands for a person or a service, and only where there is one', async () => {
  const event = await anEvent()
  const person = await aPerson()
  const ofPerson = await issuePersonToken(person.email ?? '')
  const ofService = await issueServiceToken('website', 'scheduler', event.slug)
  expect(ofPerson).toMatch(/^lect_[\w-]{43}$/)
  expect(await getTokenActor(hashToken(ofPerson ?? ''), new Date())).toMatchObject({ actor: { id: person.id } })
  expect(await getTokenActor(hashToken(ofService ?? ''), new Date())).toMatchObject({
    actor: { kind: 'service', bindings: [{ role: 'scheduler', eventId: event.id }] },
  })
  expect(await issuePersonToken('nobody@example.org')).toBeNull()
  expect(await issueServiceToken('website', 'scheduler', 'no-such-event')).toBeNull()
})

test('a role is given once, to somebody new too, and told by mail', async () => {
  const admin = await aPerson({ roles: ['admin'] })
  const given = { email: 'new.editor@example.org', role: 'ambassador-manager' as const }
  expect(await bindRole(admin, null, given)).toMatchObject({ ok: true, name: 'New Editor' })
  expect(await bindRole(admin, null, given)).toEqual({ ok: false, reason: 'already-bound' })
  expect(await db.outboxMessage.findFirst()).toMatchObject({ to: 'New Editor <new.editor@example.org>' })
  expect(await db.auditEntry.count({ where: { resource: 'role-binding' } })).toBe(1)
})

test('administrators who are all removed at once leave one', async () => {
  const admin = await aPerson({ roles: ['admin'] })
  for (let n = 0; n < 4; n++) await aPerson({ roles: ['admin'] })
  const bindings = await db.roleBinding.findMany()
  await Promise.all(bindings.map(() => db.$executeRaw`select pg_sleep(0.05)`))
  const outcomes = await Promise.all(bindings.map(({ id }) => unbindRole(admin, null, id)))
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(4)
  expect(outcomes).toContainEqual({ ok: false, reason: 'last-administrator' })
  expect(await db.roleBinding.count({ where: { role: 'admin' } })).toBe(1)
})

test('a chair removes nobody from another event, and nobody from everywhere', async () => {
  const [event, other] = [await anEvent(), await anEvent()]
  const chair = await aPerson({ roles: ['chair'], eventId: event.id })
  await aPerson({ roles: ['reviewer'], eventId: other.id })
  await aPerson({ roles: ['editor'] })
  const entry = await enter({ verb: 'update', resource: 'team', inEvent: true }, chair, event.slug)
  if (!entry.ok || !entry.event) throw new Error('A chair may change the team.')
  const others = await db.roleBinding.findMany({ where: { role: { in: ['reviewer', 'editor'] } } })
  for (const { id } of others)
    expect(await unbindRole(chair, entry.event, id)).toEqual({ ok: false, reason: 'not-found' })
  expect(await db.roleBinding.count()).toBe(3)
})

test('a demo role is whom the seed names, else somebody named after it', async () => {
  const { id } = await aPerson()
  await db.setting.create({ data: { key: 'demo-people', value: { reviewer: id } } })
  expect(await demoPerson('reviewer')).toBe(id)
  const chair = await demoPerson('chair')
  expect(await demoPerson('chair')).toBe(chair)
  expect(await getPersonActor(chair)).toMatchObject({
    name: 'Demo chair',
    bindings: [{ role: 'chair', eventId: null }],
  })
})
