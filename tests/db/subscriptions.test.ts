import { afterEach, expect, test } from 'vitest'
import { deliverOutbox } from '@/features/mail/commands/deliver'
import { oneClick } from '@/features/subscriptions/api'
import { sendDigests } from '@/features/subscriptions/commands/digest'
import {
  confirmSubscription,
  forgetRequests,
  requestSubscription,
  unsubscribe,
} from '@/features/subscriptions/commands/subscribe'
import { getRequest } from '@/features/subscriptions/queries'
import { unsubscribeToken } from '@/features/subscriptions/rules'
import type { NewSubscription } from '@/features/subscriptions/schema'
import { db } from '@/lib/db'
import { env, setEnv } from '@/lib/env'
import { smtpPost } from '@/lib/smtp'
import { startMailServer } from '../e2e/smtp'
import { anEvent } from '../factories'

const still = new AbortController().signal
const MONDAY = new Date('2027-03-15T06:00:00Z')
const days = (count: number) => new Date(MONDAY.getTime() + count * 86_400_000)
afterEach(() => setEnv({ MAIL_FROM: '', SMTP_URL: '' }))

const wish = (wanted: Partial<NewSubscription> = {}): NewSubscription => ({
  email: 'ada@example.org',
  locale: 'en',
  topics: ['level', 'ambassador', 'call', 'schedule', 'correction'],
  ...wanted,
})

/** Asks for a subscription and answers the token of the mail. */
async function requested(wanted: Partial<NewSubscription> = {}): Promise<string> {
  expect(await requestSubscription(wish(wanted), { network: 'n' })).toEqual({ ok: true })
  const mail = await db.outboxMessage.findFirstOrThrow({ where: { kind: 'subscribe' }, orderBy: { id: 'desc' } })
  return /token=(\S+)/.exec(mail.text)?.[1] ?? ''
}

async function subscribers(count: number, facts: { topics?: string[]; locale?: string } = {}) {
  const rows = Array.from({ length: count }, (_, n) => ({
    email: `reader-${n}@example.org`,
    locale: 'en',
    topics: ['level', 'call'],
    confirmedAt: new Date('2027-01-01'),
    ...facts,
  }))
  await db.subscription.createMany({ data: rows })
}

/** A move that took effect in the week before MONDAY, unless said otherwise. */
async function aMove(name: string, on = '2027-03-10') {
  const moves = { create: [{ level: 'sandbox' as const, effectiveOn: new Date(on) }] }
  await db.project.create({ data: { slug: name.toLowerCase(), name, tagline: 'x', moves } })
}

const digests = () => db.outboxMessage.findMany({ where: { kind: 'digest' }, orderBy: { to: 'asc' } })

test('an address is subscribed by the button behind the mailed link alone, once', async () => {
  const token = await requested({ locale: 'zh', topics: ['level'] })
  expect(await db.subscription.count()).toBe(0)
  expect(await getRequest(token, new Date())).toEqual({ email: 'ada@example.org', locale: 'zh' })
  expect(await db.subscriptionRequest.count({ where: { tokenHash: token } })).toBe(0)
  const outcomes = await Promise.all([1, 2, 3].map(() => confirmSubscription(token)))
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await db.subscription.findMany()).toMatchObject([
    { email: 'ada@example.org', locale: 'zh', topics: ['level'] },
  ])
  expect(await db.outboxMessage.findFirstOrThrow()).toMatchObject({ secret: true, unsubscribeUrl: null })
})

test('who is subscribed already gets the same answer and mail, and confirms new wishes', async () => {
  await confirmSubscription(await requested())
  const first = await db.subscription.findFirstOrThrow()
  const token = await requested({ locale: 'zh', topics: ['call'] })
  const mails = await db.outboxMessage.findMany()
  expect(mails).toHaveLength(2)
  expect(await db.subscription.findMany()).toEqual([first])
  await confirmSubscription(token)
  expect(await db.subscription.findMany()).toEqual([{ ...first, locale: 'zh', topics: ['call'] }])
})

test('a link that nobody presses in time confirms nothing, and its address is forgotten', async () => {
  const token = await requested()
  const late = new Date(Date.now() + 48 * 3_600_000 + 1_000)
  expect(await getRequest(token, late)).toBeNull()
  expect(await confirmSubscription(token, late)).toEqual({ ok: false, reason: 'unknown' })
  await requested()
  await forgetRequests(late)
  expect(await db.subscriptionRequest.count()).toBe(0)
})

test('one address is not written to over and over', async () => {
  for (let n = 0; n < 5; n++) await requested()
  expect(await requestSubscription(wish(), { network: 'n' })).toEqual({ ok: false, reason: 'too-many' })
  expect(await requestSubscription(wish({ email: 'eve@example.org' }), { network: 'n' })).toEqual({ ok: true })
})

test('a mail program ends a subscription by one POST, also a second time, and the address is gone', async () => {
  const { id } = await db.subscription.create({ data: wish() })
  const token = unsubscribeToken(id, env().NEXTAUTH_SECRET ?? '')
  const post = (body: string) =>
    oneClick(
      new Request(`https://lectern.example/unsubscribe/${token}`, {
        method: 'POST',
        body: new URLSearchParams(body),
      }),
      token,
    )
  await unsubscribe(`${token.slice(0, -1)}x`)
  expect(await db.subscription.count()).toBe(1)
  for (const _ of [1, 2]) expect((await post('List-Unsubscribe=One-Click')).status).toBe(200)
  expect(await db.subscription.count()).toBe(0)
  expect((await post('List-Unsubscribe=One-Click&from=page')).status).toBe(303)
  expect(await db.auditEntry.findMany({ where: { resource: 'subscription' } })).toMatchObject([{ verb: 'delete' }])
})

test('a week is told in each reader’s language and of their topics, with the header that ends it', async () => {
  await aMove('Helm')
  await aMove('Old', '2027-03-07')
  await aMove('New', '2027-03-15')
  const event = await anEvent({ name: 'Open Days', slug: 'open-days' })
  await db.call.create({ data: { eventId: event.id, opensAt: new Date('2027-03-09T10:00:00Z') } })
  await db.subscription.createMany({
    data: [
      { ...wish({ email: 'a@example.org' }), confirmedAt: days(-20) },
      { ...wish({ email: 'b@example.org', locale: 'zh', topics: ['call'] }), confirmedAt: days(-20) },
      { ...wish({ email: 'c@example.org', topics: ['schedule'] }), confirmedAt: days(-20) },
      { ...wish({ email: 'd@example.org' }), confirmedAt: MONDAY },
    ],
  })
  await sendDigests(still, new Date(MONDAY.getTime() - 1))
  expect(await db.digest.findMany()).toMatchObject([{ week: new Date('2027-03-01') }])
  await sendDigests(still, MONDAY)
  const [a, b, ...others] = (await digests()).filter(({ dedupeKey }) => dedupeKey?.includes('2027-03-08'))
  expect(others).toEqual([])
  expect(a).toMatchObject({
    to: 'a@example.org',
    subject: 'CNCF: The call for proposals of Open Days has opened, and one more change',
  })
  expect(a?.text).toContain('Levels\n======')
  expect(a?.text).toContain('Helm entered the foundation in the sandbox\nWednesday, 10 March 2027\nhttp')
  expect(a?.text).not.toMatch(/\bNew entered/)
  expect(b).toMatchObject({ to: 'b@example.org', subject: 'CNCF：Open Days 开始征稿' })
  const server = await startMailServer()
  const post = smtpPost(server.url)
  await deliverOutbox(post, still, () => new Date(Date.now() + 1_000))
  const mail = server.received.find(
    ({ recipients, text }) => recipients[0] === 'a@example.org' && text.includes('Helm'),
  )
  post.close()
  await server.close()
  const unfolded = mail?.source.replace(/\r\n[ \t]+/g, ' ')
  expect(unfolded).toContain(`List-Unsubscribe: <${a?.unsubscribeUrl}>`)
  expect(unfolded).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  expect(mail?.text).toContain(a?.unsubscribeUrl ?? '-')
})

test('a week without news has no mail', async () => {
  await subscribers(3)
  await sendDigests(still, MONDAY)
  expect(await digests()).toEqual([])
  expect(await db.digest.findMany()).toMatchObject([{ finishedAt: MONDAY }])
})

test('weeks that were slept through are made up for in one mail, and nothing is told twice', async () => {
  await subscribers(1)
  await aMove('First')
  await sendDigests(still, MONDAY)
  await aMove('Second', '2027-03-18')
  await aMove('Late', '2027-03-11')
  await aMove('Third', '2027-03-30')
  await aMove('Ancient', '2016-03-10')
  await sendDigests(still, days(25))
  await sendDigests(still, days(26))
  const [one, two, ...more] = await db.outboxMessage.findMany({ where: { kind: 'digest' }, orderBy: { id: 'asc' } })
  expect(more).toEqual([])
  const named = (text?: string) =>
    ['First', 'Second', 'Late', 'Third', 'Ancient'].filter((name) => text?.includes(name))
  expect([named(one?.text), named(two?.text)]).toEqual([['First'], ['Second', 'Late', 'Third']])
})

test('five thousand readers get a week once each, though workers run beside each other and are cut short', async () => {
  await subscribers(5_000)
  await aMove('Helm')
  /** Dies after a few batches, wherever it is then. */
  const cutShort = async (after: number) => {
    const stop = new AbortController()
    const watch = setInterval(async () => {
      const count = await db.subscription.count({ where: { lastDigestOn: { not: null } } })
      if (count >= after) stop.abort()
    }, 5)
    await sendDigests(stop.signal, MONDAY)
    clearInterval(watch)
  }
  await Promise.all([cutShort(400), cutShort(800)])
  const between = await db.outboxMessage.count({ where: { kind: 'digest' } })
  expect(between).toBe(await db.subscription.count({ where: { lastDigestOn: { not: null } } }))
  expect(between).toBeGreaterThan(0)
  await Promise.all([1, 2, 3].map(() => sendDigests(still, MONDAY)))
  await sendDigests(still, MONDAY)
  const mails = await digests()
  expect(mails).toHaveLength(5_000)
  expect(new Set(mails.map(({ to }) => to)).size).toBe(5_000)
  expect(await db.digest.findMany()).toMatchObject([{ finishedAt: MONDAY }])
}, 60_000)

test('a batch that fails leaves nobody half dealt with', async () => {
  await subscribers(3)
  await aMove('Helm')
  await db.$executeRaw`alter table outbox_message add constraint broken check (kind <> 'digest') not valid`
  await expect(sendDigests(still, MONDAY)).rejects.toThrow()
  await db.$executeRaw`alter table outbox_message drop constraint broken`
  expect(await db.subscription.count({ where: { lastDigestOn: null } })).toBe(3)
  await sendDigests(still, MONDAY)
  expect(await digests()).toHaveLength(3)
})
