import { addSeconds } from 'date-fns'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { enter } from '@/features/access/queries'
import { deliverOutbox } from '@/features/mail/commands/deliver'
import { mailWork } from '@/features/mail/jobs'
import { releaseMail } from '@/features/proposals/commands/release'
import { db, transaction } from '@/lib/db'
import { setEnv } from '@/lib/env'
import { startJobs, stopJobs } from '@/lib/jobs'
import { type Message, mailbox, outbox } from '@/lib/outbox'
import { type Post, smtpPost } from '@/lib/smtp'
import { type MailServer, startMailServer } from '../e2e/smtp'
import { anEvent, aPerson } from '../factories'

let server: MailServer
let post: Post
const still = new AbortController().signal

beforeAll(async () => {
  server = await startMailServer()
  post = smtpPost(server.url)
})
afterEach(() => {
  server.received.length = 0
  server.refuse(0, 0)
  setEnv({ LECTERN_DEMO: '1', SMTP_URL: '', MAIL_FROM: '', APP_URL: '' })
})
afterAll(async () => {
  post.close()
  await server.close()
})

const enqueue = (...messages: Partial<Message>[]) =>
  transaction((tx) =>
    outbox.enqueue(
      tx,
      messages.map((message) => ({
        kind: 'test',
        to: 'ada@example.org',
        subject: 'Hello',
        text: 'Dear Ada',
        ...message,
      })),
    ),
  )
const onlyRow = () => db.outboxMessage.findFirstOrThrow()

test('a mail arrives as it was written: letters of every script, one recipient, no header from a name', async () => {
  setEnv({ MAIL_FROM: 'Föundation 🚀 <no-reply@example.org>', SMTP_URL: server.url })
  const to = mailbox('Zoë 🚀 张\r\nBcc: eve@example.org', 'zoe@example.org')
  await enqueue({ to, subject: 'Übung macht 🎓\r\nBcc: eve@example.org', text: 'Grüße 👋\n.\nEnde\n' })
  await deliverOutbox(post, still)
  const [mail] = server.received
  expect(mail).toMatchObject({ recipients: ['zoe@example.org'], from: { name: 'Föundation 🚀' } })
  expect(mail?.to).toEqual([{ name: 'Zoë 🚀 张 Bcc eve@example.org', address: 'zoe@example.org' }])
  expect(mail?.subject).toBe('Übung macht 🎓 Bcc: eve@example.org')
  expect(mail?.text.trimEnd()).toBe('Grüße 👋\n.\nEnde')
  expect(mail?.source).not.toMatch(/^Bcc:/im)
  expect(await onlyRow()).toMatchObject({ state: 'sent', attempts: 1, lastError: null })
})

test('a refused mail waits, says why, and arrives later under the same Message-ID', async () => {
  await enqueue({})
  server.refuse(451, 1)
  const start = new Date()
  await deliverOutbox(post, still, () => start)
  const { id, dueAt, ...row } = await onlyRow()
  expect(row).toMatchObject({ state: 'queued', attempts: 1, lastError: expect.stringContaining('Not now') })
  expect(dueAt).toEqual(addSeconds(start, 30))
  await deliverOutbox(post, still, () => addSeconds(start, 29))
  expect(server.received).toHaveLength(0)
  await deliverOutbox(post, still, () => addSeconds(start, 30))
  expect(server.received[0]?.messageId).toBe(`<${id}@localhost>`)
  expect(await onlyRow()).toMatchObject({ state: 'sent', attempts: 2, lastError: null })
})

test('a server that is not there costs a try, not the mail', async () => {
  await enqueue({})
  const nowhere = smtpPost('smtp://127.0.0.1:1')
  await deliverOutbox(nowhere, still)
  nowhere.close()
  expect(await onlyRow()).toMatchObject({
    state: 'queued',
    attempts: 1,
    lastError: expect.stringMatching(/ECONNREFUSED/),
  })
})

test('a mail that is refused for good is failed, and a chair can send it again', async () => {
  const event = await anEvent()
  const chair = await aPerson({ roles: ['chair'], eventId: event.id })
  await enqueue({ eventId: event.id })
  server.refuse(554, 1)
  await deliverOutbox(post, still)
  const { id } = await onlyRow()
  expect(await onlyRow()).toMatchObject({ state: 'failed' })
  const entry = await enter({ verb: 'send', resource: 'mail', inEvent: true }, chair, event.slug)
  if (!entry.ok || !entry.event) throw new Error('A chair may send mail.')
  expect(await releaseMail(chair, entry.event, [id], new Date())).toEqual({ ok: true, count: 1 })
  expect(await releaseMail(chair, entry.event, [id], new Date())).toEqual({ ok: true, count: 0 })
  await deliverOutbox(post, still)
  expect(server.received).toHaveLength(1)
  expect(await db.auditEntry.count({ where: { verb: 'send', resource: 'mail' } })).toBe(1)
})

test('a draft goes only when a chair of its own event sends it', async () => {
  const [event, other] = [await anEvent(), await anEvent()]
  const chair = await aPerson({ roles: ['chair'], eventId: other.id })
  await enqueue({ draft: true, eventId: event.id })
  await deliverOutbox(post, still)
  expect(server.received).toHaveLength(0)
  const entry = await enter({ verb: 'send', resource: 'mail', inEvent: true }, chair, other.slug)
  if (!entry.ok || !entry.event) throw new Error('A chair may send mail.')
  const outcome = await releaseMail(chair, entry.event, [(await onlyRow()).id], new Date())
  expect(outcome).toEqual({ ok: true, count: 0 })
  expect(await onlyRow()).toMatchObject({ state: 'draft' })
})

test('workers beside each other deliver each mail once', async () => {
  await enqueue(...Array.from({ length: 40 }, (_, n) => ({ to: `person-${n}@example.org` })))
  await Promise.all([deliverOutbox(post, still), deliverOutbox(post, still), deliverOutbox(post, still)])
  expect(server.received).toHaveLength(40)
  expect(new Set(server.received.flatMap(({ recipients }) => recipients)).size).toBe(40)
  expect(await db.outboxMessage.count({ where: { state: 'sent', attempts: 1 } })).toBe(40)
})

test('a mail whose worker died is delivered by another when its lease is over', async () => {
  await enqueue({})
  const start = new Date()
  await db.outboxMessage.updateMany({ data: { attempts: 1, dueAt: addSeconds(start, 120) } })
  await deliverOutbox(post, still, () => addSeconds(start, 119))
  expect(server.received).toHaveLength(0)
  await deliverOutbox(post, still, () => addSeconds(start, 120))
  expect(server.received).toHaveLength(1)
})

test('a sign-in link is blanked once it is delivered, but kept in the mailbox of a demo', async () => {
  await enqueue({ secret: true, text: 'a secret' })
  await deliverOutbox(null, still)
  expect(await onlyRow()).toMatchObject({ state: 'sent', text: 'a secret' })
  setEnv({ LECTERN_DEMO: '0', APP_URL: 'https://lectern.example' })
  await db.outboxMessage.updateMany({ data: { state: 'queued', dueAt: new Date(0) } })
  await deliverOutbox(post, still)
  expect(server.received[0]?.text).toContain('a secret')
  expect(await onlyRow()).toMatchObject({ state: 'sent', text: '' })
})

test('the same thing is told once, and what is rolled back is never told', async () => {
  await enqueue({ dedupeKey: 'accepted:ABCDEF' })
  await enqueue({ dedupeKey: 'accepted:ABCDEF' })
  const undone = transaction(async (tx) => {
    await outbox.enqueue(tx, [{ kind: 'test', to: 'eve@example.org', subject: 'No', text: 'No' }])
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  await deliverOutbox(post, still)
  expect(server.received.map(({ recipients }) => recipients)).toEqual([['ada@example.org']])
})

test('a commit wakes the running jobs, which deliver and then stop', async () => {
  setEnv({ SMTP_URL: server.url, MAIL_FROM: 'no-reply@example.org' })
  await startJobs([{ ...mailWork, everySeconds: 3_600 }])
  await enqueue({ to: 'grace@example.org' })
  expect(await server.waitFor('grace@example.org')).toMatchObject({ subject: 'Hello' })
  await stopJobs()
  expect(await onlyRow()).toMatchObject({ state: 'sent' })
})
