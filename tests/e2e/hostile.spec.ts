import { randomUUID } from 'node:crypto'
import { request as ask } from 'node:http'
import { expect, test } from '@playwright/test'
import { hashToken, newApiToken, randomToken } from '@/lib/tokens'
import { TEST_ORIGIN, TEST_PORTS } from '@/scripts/test-ports'
import { query } from './database'
import { formWith, wordsOf } from './forms'

const TEN = 10 * 1024 * 1024
const big = (name: string) => new File([new Uint8Array(TEN)], name)
const COOKIE = 'next-auth.session-token'

/** An event with an open call of its own, and somebody who is signed in and has a token. */
async function aCall() {
  const tag = randomUUID().slice(0, 8)
  const made = async (sql: string, values: unknown[]) =>
    (await query<{ id: string }>(`${sql} returning id`, values))[0]?.id ?? ''
  const slug = `rough-${tag}`
  const event = await made(
    `insert into event (id, slug, acronym, name, summary, time_zone, starts_on, ends_on)
     values (gen_random_uuid(), $1, $2, 'Rough Days', 'A test', 'Europe/Berlin', current_date + 90, current_date + 91)`,
    [slug, `rough${tag}`],
  )
  const call = await made(
    `insert into call (id, event_id, opens_at, closes_at)
     values (gen_random_uuid(), $1, now() - interval '9 days', now() + interval '9 days')`,
    [event],
  )
  await query(
    `insert into format (id, event_id, slug, name, minutes) values (gen_random_uuid(), $1, 'talk', 'Talk', 30)`,
    [event],
  )
  await query(
    `insert into question (id, event_id, key, kind, label) values (gen_random_uuid(), $1, 'paper', 'file', 'Your paper')`,
    [event],
  )
  const person = await made(
    `insert into person (id, slug, name, email) values (gen_random_uuid(), $1, 'Rough Reader', $2)`,
    [`rough-${tag}`, `rough-${tag}@example.org`],
  )
  await query(`insert into role_binding (id, role, person_id, event_id) values (gen_random_uuid(), 'chair', $1, $2)`, [
    person,
    event,
  ])
  const [session, token] = [randomToken(), newApiToken()]
  await query(`insert into session (token_hash, person_id, expires) values ($1, $2, now() + interval '1 day')`, [
    hashToken(session),
    person,
  ])
  await query(`insert into api_token (id, token_hash, name, person_id) values (gen_random_uuid(), $1, 'Test', $2)`, [
    hashToken(token),
    person,
  ])
  const cookie = `${COOKIE}=${session}`
  const page = async (path: string) => (await fetch(`${TEST_ORIGIN}${path}`, { headers: { cookie } })).text()
  /** Posts the form that has this field, with other values, as a browser without scripts does. */
  const post = async (path: string, field: string, values: Record<string, string | File>, html?: string) => {
    const { fields } = formWith(html ?? (await page(path)), field)
    const body = new FormData()
    for (const [name, value] of fields) if (!(name in values)) body.append(name, value)
    for (const [name, value] of Object.entries(values)) body.append(name, value)
    const headers = { cookie, origin: TEST_ORIGIN }
    const answer = await fetch(`${TEST_ORIGIN}${path}`, { method: 'POST', body, headers, redirect: 'manual' })
    return { status: answer.status, location: answer.headers.get('location') ?? '', text: await answer.text() }
  }
  const api = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
    fetch(`${TEST_ORIGIN}/api/v1/events/${slug}${path}`, {
      method: 'POST',
      body,
      headers: { authorization: `Bearer ${token}`, ...headers },
    })
  return { slug, event, call, person, cookie, page, post, api, submit: `/events/${slug}/submit` }
}
type Rough = Awaited<ReturnType<typeof aCall>>

/** All that this person and this event have: equal before and after, and nothing was left half done. */
async function has({ event, person }: Rough) {
  const [counts] = await query(
    `select (select count(*) from proposal where event_id = $1) as proposals,
       (select count(*) from proposal_version v join proposal p on p.id = v.proposal_id where p.event_id = $1) as versions,
       (select count(*) from outbox_message where event_id = $1) as mails,
       (select count(*) from answer_file where event_id = $1) as answers,
       (select count(*) from session_file f join proposal p on p.id = f.proposal_id where p.event_id = $1) as files,
       (select photo from person where id = $2) as photo`,
    [event, person],
  )
  return counts
}

/** Bytes that the server holds. */
async function memory(): Promise<number> {
  const text = await (await fetch(`${TEST_ORIGIN}/metrics`)).text()
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1])
}

const draft = { title: 'How to lose a queue', abstract: 'And how to find it again.', format: 'talk' }

async function submitted(rough: Rough): Promise<string> {
  const { location } = await rough.post(rough.submit, 'abstract', draft)
  return /[A-Z2-9]{6}/.exec(location.split('/').at(-1) ?? '')?.[0] ?? ''
}

test.describe('ten megabytes', () => {
  test('in a field, a face, slides or an answer, are told beside the field, and nothing is kept', async () => {
    const rough = await aCall()
    const code = await submitted(rough)
    expect(code).not.toBe('')
    const before = await has(rough)
    const told = [
      await rough.post(rough.submit, 'abstract', { ...draft, abstract: 'x'.repeat(TEN) }),
      await rough.post(rough.submit, 'abstract', { ...draft, 'file-answer-paper': big('paper.pdf') }),
      await rough.post('/me/profile', 'photo', { photo: big('face.png') }),
      await rough.post(`/me/proposals/${code}`, 'url', { title: 'Slides', file: big('slides.pdf') }),
    ]
    for (const { status } of told) expect(status).toBe(200)
    const words = [/longer than 20,000 characters/, /more than 5 MB/, /more than 5 MB/, /more than 5 MB/]
    for (const [at, { text }] of told.entries())
      expect(wordsOf(text.slice(0, 400_000) + text.slice(-400_000))).toMatch(words[at] ?? /never/)
    expect(await has(rough)).toEqual(before)
  })

  test('as JSON or as a file are answered by the API with a problem', async () => {
    const rough = await aCall()
    const code = await submitted(rough)
    const before = await has(rough)
    const upload = (fields: Record<string, string | File>) => {
      const body = new FormData()
      for (const [name, value] of Object.entries(fields)) body.append(name, value)
      return body
    }
    const answers = [
      await rough.api('/proposals', JSON.stringify({ title: 'x'.repeat(TEN) })),
      await rough.api(`/proposals/${code}/files`, upload({ title: 'Slides', file: big('slides.pdf') })),
      await rough.api('/answer-files', upload({ question: 'paper', file: big('paper.pdf') })),
    ]
    for (const answer of answers) {
      expect(answer.status).toBe(413)
      expect(answer.headers.get('content-type')).toBe('application/problem+json')
      expect(await answer.json()).toMatchObject({ type: '/problems/too-large', status: 413 })
    }
    expect(await has(rough)).toEqual(before)
  })

  test('with scripts, a file of as much is told beside its field, and what was typed is there', async ({
    page,
    context,
  }) => {
    const rough = await aCall()
    const [name = '', value = ''] = rough.cookie.split('=')
    await context.addCookies([{ name, value, url: TEST_ORIGIN }])
    await page.goto(rough.submit)
    await page.getByLabel('Title').fill(draft.title)
    await page.getByLabel('Abstract').fill(draft.abstract)
    await page.getByRole('radio').first().check()
    await page
      .getByLabel('Your paper')
      .setInputFiles({ name: 'paper.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(TEN) })
    await page.getByRole('button', { name: 'Submit the proposal' }).click()
    await expect(page.getByText('The file has more than 5 MB').first()).toBeVisible()
    await expect(page.getByLabel('Abstract')).toHaveValue(draft.abstract)
  })

  test('and more than any form asks for are turned away, said or not; the server lives, and holds no more than before', async () => {
    const rough = await aCall()
    const before = [await has(rough), await memory()] as const
    const [path, html] = [rough.submit, await rough.page(rough.submit)]
    const paper = new File([new Uint8Array(3 * TEN)], 'paper.pdf')
    const said = await rough.post(path, 'abstract', { ...draft, 'file-answer-paper': paper }, html)
    expect(said.status).toBe(413)
    expect(wordsOf(said.text)).toContain('A file has 5 MB at most')
    const unsaid = [
      await unsaidBody(path, rough.cookie),
      await unsaidBody(`/api/v1/events/${rough.slug}/proposals`, rough.cookie),
    ]
    expect(unsaid).toEqual([413, 401])
    const many = Array.from({ length: 6 }, () => rough.post('/me/profile', 'photo', { photo: big('face.png') }))
    for (const { status } of await Promise.all(many)) expect(status).toBe(200)
    expect((await fetch(`${TEST_ORIGIN}/readyz`)).status).toBe(200)
    expect(await has(rough)).toEqual(before[0])
    expect((await memory()) - before[1]).toBeLessThan(400 * 1024 * 1024)
  })
})

/** Sends thirty megabytes without saying how many; the status of the answer, 0 where the connection is ended. */
function unsaidBody(path: string, cookie: string): Promise<number> {
  return new Promise((resolve) => {
    const headers = { cookie, origin: TEST_ORIGIN, 'content-type': 'multipart/form-data; boundary=x' }
    const sent = ask({ port: TEST_PORTS.app, path, method: 'POST', headers }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    sent.on('error', () => resolve(0))
    sent.write('--x\r\ncontent-disposition: form-data; name="abstract"\r\n\r\n')
    for (let n = 0; n < 30; n++) sent.write(Buffer.alloc(1024 * 1024, 'x'))
    sent.end('\r\n--x--\r\n')
  })
}

test('a form that is posted again, and five times at once, is one proposal with one mail, and each answer leads to it', async () => {
  const rough = await aCall()
  const html = await rough.page(rough.submit)
  const send = () => rough.post(rough.submit, 'abstract', draft, html)
  const answers = await Promise.all(Array.from({ length: 5 }, send))
  answers.push(await send())
  expect(new Set(answers.map(({ status, location }) => `${status} ${location}`)).size).toBe(1)
  expect(answers[0]?.status).toBe(303)
  expect(answers[0]?.location).toMatch(/\/me\/proposals\/[A-Z2-9]{6}\?done=submitted$/)
  expect(await has(rough)).toMatchObject({ proposals: '1', versions: '1', mails: '1' })
  await query(`update call set closes_at = now() - interval '1 minute' where id = $1`, [rough.call])
  expect((await send()).location).toBe(answers[0]?.location)
  expect(await has(rough)).toMatchObject({ proposals: '1', versions: '1', mails: '1' })
})

test('a form that comes too late says so, and its text is kept as a draft, once', async () => {
  const rough = await aCall()
  const html = await rough.page(rough.submit)
  await query(`update call set closes_at = now() - interval '1 millisecond' where id = $1`, [rough.call])
  for (let n = 0; n < 2; n++) {
    const late = await rough.post(rough.submit, 'abstract', draft, html)
    expect(late.status).toBe(200)
    expect(wordsOf(late.text)).toMatch(/closed/i)
  }
  expect(await has(rough)).toMatchObject({ proposals: '1', versions: '1', mails: '0' })
  const [row] = await query('select submitted_at from proposal where event_id = $1', [rough.event])
  expect(row).toEqual({ submitted_at: null })
})

test('one Idempotency-Key is one proposal over HTTP: again, at once, and with another body', async () => {
  const rough = await aCall()
  const send = (title: string) => rough.api('/proposals', JSON.stringify({ title }), { 'idempotency-key': 'once' })
  const first = await send('Once')
  const [text, status] = [await first.text(), first.status]
  expect(status).toBe(201)
  const again = await Promise.all([1, 2, 3].map(() => send('Once')))
  for (const answer of again) expect([answer.status, await answer.text()]).toEqual([201, text])
  expect((await send('Other')).status).toBe(422)
  expect(await has(rough)).toMatchObject({ proposals: '1' })
})

test('letters of every kind come back as they were typed, once cleaned, wherever they are shown', async () => {
  const rough = await aCall()
  const title = 'A\u0000\u0007B \u202Egnp\u202C 🧑🏽‍🚀 𠮷野家 שלום Z\u0301\u0334\u0338\u0301\u0334lgo =1+1'
  const shown = 'AB gnp 🧑🏽‍🚀 𠮷野家 שלום Z\u0301\u0334\u0338\u0301lgo =1+1'
  const long = 'w'.repeat(5_000)
  const { status, location } = await rough.post(rough.submit, 'abstract', {
    ...draft,
    title,
    abstract: `${long}\r\nzwei\u200Bdrei`,
  })
  expect(status).toBe(303)
  const code = /[A-Z2-9]{6}/.exec(location.split('/').at(-1) ?? '')?.[0] ?? ''
  for (const path of [`/me/proposals/${code}`, '/me', `/me/proposals/${code}/versions`])
    expect(wordsOf(await rough.page(path)) + formValues(await rough.page(path)), path).toContain(shown)
  const [row] = await query<{ title: string; abstract: string }>(
    'select title, abstract from proposal where code = $1',
    [code],
  )
  expect(row).toEqual({ title: shown, abstract: `${long}\nzwei\u200Bdrei` })
  const [mail] = await query<{ subject: string }>('select subject from outbox_message where event_id = $1', [
    rough.event,
  ])
  expect(mail?.subject).toContain('𠮷野家')
  expect(mail?.subject).not.toMatch(/[\r\n]/)
  const unseen = await rough.post(rough.submit, 'abstract', { ...draft, title: '\u200B\u3164\u2060' })
  expect([unseen.status, /title/i.test(wordsOf(unseen.text))]).toEqual([200, true])
})

const formValues = (html: string) => [...html.matchAll(/value="([^"]*)"/g)].map(([, value]) => value).join(' ')

test('a day or a time that there is not is told beside its field, and nothing is saved', async () => {
  const rough = await aCall()
  const path = `/admin/events/${rough.slug}/settings/calls/talks`
  const calls = () => query('select * from call where event_id = $1', [rough.event])
  const before = await calls()
  for (const [closesAt, says] of [
    ['2027-03-28T02:30', /Clocks there skip this time/],
    ['2027-02-30T10:00', /There is no such day/],
    ['0000-01-01T00:00', /There is no such day/],
    ['275761-01-01T00:00', /Give a day and a time/],
    ['soon', /Give a day and a time/],
  ] as const) {
    const { status, text } = await rough.post(path, 'closesAt', { closesAt })
    expect(status).toBe(200)
    expect(wordsOf(text)).toMatch(says)
    expect(formValues(text)).toContain(closesAt)
  }
  expect(await calls()).toEqual(before)
  // Of an hour that comes twice the first is meant.
  expect((await rough.post(path, 'closesAt', { closesAt: '2027-10-31T02:30' })).status).toBe(303)
  const [{ at } = { at: '' }] = await query<{ at: string }>(
    `select to_char(closes_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI') as at from call where event_id = $1`,
    [rough.event],
  )
  expect(at).toBe('2027-10-31T00:30')
})
