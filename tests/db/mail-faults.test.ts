import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { addHours, addSeconds } from 'date-fns'
import { build } from 'esbuild'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { recordBounce } from '@/features/mail/commands/bounce'
import { deliverOutbox } from '@/features/mail/commands/deliver'
import { readBounce } from '@/features/mail/rules'
import { db, transaction } from '@/lib/db'
import { env } from '@/lib/env'
import { outbox } from '@/lib/outbox'
import { type Post, smtpPost } from '@/lib/smtp'
import { type MailServer, startMailServer } from '../e2e/smtp'
import { type SmtpProxy, STAGES, startProxy } from '../smtp-proxy'

let server: MailServer
let proxy: SmtpProxy
let post: Post
let folder: string
const still = new AbortController().signal

beforeAll(async () => {
  server = await startMailServer()
  proxy = await startProxy(server.url)
  post = smtpPost(proxy.url)
  folder = mkdtempSync(path.resolve('.build/mail-worker-'))
  const outfile = path.join(folder, 'worker.mjs')
  await build({
    entryPoints: ['tests/mail-worker.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
  })
})
afterEach(() => {
  server.received.length = 0
  proxy.hold(null)
  proxy.cut('greeting', 0)
})
afterAll(async () => {
  post.close()
  await proxy.close()
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

const enqueue = (count: number) =>
  transaction((tx) =>
    outbox.enqueue(
      tx,
      Array.from({ length: count }, (_, n) => ({
        kind: 'test',
        to: `person-${n}@example.org`,
        subject: `Letter ${n}`,
        text: `Dear ${n}\n`,
      })),
    ),
  )

/** Of every row how often the server has its letter. */
async function copies() {
  const rows = await db.outboxMessage.findMany({ orderBy: { to: 'asc' } })
  const countOf = (id: string | null) => server.received.filter(({ messageId }) => messageId === id).length
  return rows.map((row) => ({ ...row, copies: countOf(row.messageId) }))
}

test.each(STAGES)(
  'a line that breaks at “%s” loses no letter; only one that had been taken comes twice, and is counted',
  async (stage) => {
    await enqueue(6)
    proxy.cut(stage, 3)
    const start = new Date()
    for (const seconds of [0, 60, 300, 900]) await deliverOutbox(post, still, () => addSeconds(start, seconds))
    const rows = await copies()
    expect(rows.map(({ state }) => state)).toEqual(Array(6).fill('sent'))
    for (const { copies, uncertain } of rows) {
      expect(copies).toBeGreaterThanOrEqual(1)
      expect(copies - 1).toBeLessThanOrEqual(uncertain)
    }
    const total = rows.reduce((sum, { copies }) => sum + copies, 0)
    const uncertain = rows.reduce((sum, row) => sum + row.uncertain, 0)
    expect(total).toBe(stage === 'accepted' ? 9 : 6)
    if (stage === 'accepted') expect(uncertain).toBe(3)
    else if (stage !== 'half') expect(uncertain).toBe(0)
  },
)

test('whatever the moment at which workers are killed, every letter arrives, and twice only those that are counted', async () => {
  await enqueue(60)
  const kills = [1, 7, 19, 20, 33]
  let start = new Date()
  for (const [round, after] of kills.entries()) {
    const before = server.received.length
    const worker = spawn(process.execPath, [path.join(folder, 'worker.mjs')], {
      env: {
        ...process.env,
        DATABASE_URL: env().DATABASE_URL,
        SMTP_URL: proxy.url,
        MAIL_FROM: 'no-reply@example.org',
        LECTERN_DEMO: '1',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const gone = once(worker, 'exit')
    let reach = () => {}
    const reached = new Promise<void>((resolve) => {
      reach = resolve
    })
    let taken = 0
    proxy.hold(async () => {
      taken++
      if (taken < after % 12) return
      reach()
      // Taken by the server; the worker dies before it hears of it.
      if (round % 2 === 0) await gone
    })
    await Promise.race([reached, gone])
    worker.kill('SIGKILL')
    await gone
    expect(server.received.length).toBeGreaterThan(before)
    start = addHours(start, 1)
    await db.$executeRaw`update outbox_message set due_at = now() - interval '1 minute' where state in ('queued', 'sending')`
  }
  proxy.hold(null)
  for (const hours of [1, 2, 3]) await deliverOutbox(post, still, () => addHours(start, hours))
  const rows = await copies()
  expect(rows.filter(({ state, copies }) => state !== 'sent' || copies === 0)).toEqual([])
  const extra = rows.reduce((sum, { copies }) => sum + copies - 1, 0)
  const uncertain = rows.reduce((sum, row) => sum + row.uncertain, 0)
  expect(extra).toBeGreaterThan(0)
  expect(extra).toBeLessThanOrEqual(uncertain)
  for (const { copies, uncertain } of rows) expect(copies - 1).toBeLessThanOrEqual(uncertain)
  expect(new Set(server.received.map(({ messageId }) => messageId)).size).toBe(60)
}, 120_000)

test('an address that the server refuses has bounced at once, and a report that comes later is written down', async () => {
  await enqueue(1)
  await deliverOutbox(post, still)
  const [row] = await copies()
  const report = [
    'From: MAILER-DAEMON@mx.example.net',
    'Message-ID: <report-1@mx.example.net>',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Final-Recipient: rfc822; person-0@example.org',
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 No such user',
    '',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: ${row?.messageId}`,
    '--b--',
  ].join('\r\n')
  const bounce = readBounce(report)
  if (!bounce.ok) throw new Error('A report is read.')
  expect(await recordBounce(bounce.messageId, bounce.reason)).toBe('person-0@example.org')
  expect((await copies())[0]).toMatchObject({ state: 'bounced', lastError: '550 5.1.1 No such user' })
  expect(await recordBounce('<somebody@else>', 'x')).toBeNull()
  expect(readBounce(report.replace('Action: failed', 'Action: delayed'))).toEqual({ ok: false })
})

test('a letter has both parts, and a calendar file where there is one', async () => {
  const calendar = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n'
  const text = 'Hello <Ada> & all,\n\nsee https://lectern.example/me?a=1&b=2.\n'
  await transaction((tx) =>
    outbox.enqueue(tx, [{ kind: 'test', to: 'ada@example.org', subject: 'Your talk', text, locale: 'zh', calendar }]),
  )
  await deliverOutbox(post, still)
  const [mail] = server.received
  expect(mail?.text.trim()).toBe(text.trim())
  expect(mail?.html).toContain('<html lang="zh-CN">')
  expect(mail?.html).toContain('Hello &lt;Ada&gt; &amp; all,')
  expect(mail?.html).toContain('<a href="https://lectern.example/me?a=1&amp;b=2">')
  expect(mail?.attachments).toMatchObject([{ filename: 'session.ics', type: 'text/calendar' }])
  expect(mail?.source).toContain(Buffer.from(calendar).toString('base64'))
  expect(mail?.source).toMatch(/multipart\/alternative/)
})
