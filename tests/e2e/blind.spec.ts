import { randomUUID } from 'node:crypto'
import { expect, type Playwright, test } from '@playwright/test'
import { refuse } from '@/features/access/rules'
import type { Person } from '@/features/access/schema'
import { PAGES, type PagePath } from '@/features/access/table'
import { hashToken, newCode, randomToken } from '@/lib/tokens'
import { becomeOthers, TELLING } from '../identities'
import { query } from './database'
import { demoFacts } from './pages'

const NAMES = ['Quillfeather', 'Nightingale', 'hidden.example']

/** An event of this test's own, so that no other journey changes what is compared. */
async function aBlindEvent() {
  const tag = randomUUID().slice(0, 8)
  const slug = `blind-${tag}`
  const one = async <Row extends object>(sql: string, values: unknown[]) => {
    const [row] = await query<Row>(sql, values)
    if (!row) throw new Error(`Nothing came of ${sql}`)
    return row
  }
  const made = (sql: string, values: unknown[]) => one<{ id: string }>(sql, values).then(({ id }) => id)
  const aPerson = (name: string, kind: string) =>
    made(
      `insert into person (id, slug, name, email, affiliation) values (gen_random_uuid(), $1, $2, $3, $4) returning id`,
      [`${kind}-${tag}`, name, `${kind}-${tag}@${kind}-${tag}.hidden.example`, `Hidden Employer ${kind} ${tag}`],
    )
  const event = await made(
    `insert into event (id, slug, acronym, name, summary, time_zone, starts_on, ends_on)
     values (gen_random_uuid(), $1, $2, 'Blind Days', 'A test', 'Europe/Berlin', current_date + 90, current_date + 91) returning id`,
    [slug, `blind${tag.replace(/[^a-z0-9]/g, '')}`],
  )
  const callId = await made(
    `insert into call (id, event_id, opens_at, closes_at) values (gen_random_uuid(), $1, now() - interval '9 days', null) returning id`,
    [event],
  )
  await query(
    `insert into review_round (id, event_id, name, peers) values (gen_random_uuid(), $1, 'First', 'always')`,
    [event],
  )
  await query(`insert into criterion (id, event_id, slug, name) values (gen_random_uuid(), $1, 'content', 'Content')`, [
    event,
  ])
  const reviewer = await aPerson('Rita Reviewer', 'rita')
  await query(`update person set email = $2, affiliation = null where id = $1`, [reviewer, `rita-${tag}@example.org`])
  await query(
    `insert into role_binding (id, role, person_id, event_id) values (gen_random_uuid(), 'reviewer', $1, $2)`,
    [reviewer, event],
  )
  const speakers: string[] = []
  const codes: string[] = []
  for (let n = 0; n < 4; n++) {
    const speaker = await aPerson(`Zebedee Quillfeather ${n}`, `quillfeather-${n}`)
    const code = newCode()
    const proposal = await made(
      `insert into proposal (id, code, event_id, call_id, title, abstract, submitted_at, created_by_id, updated_at)
       values (gen_random_uuid(), $1, $2, $3, $4, 'Two years of alerts, counted.', now() - interval '1 day', $5, now()) returning id`,
      [code, event, callId, `Alerts ${n} ${tag}`, speaker],
    )
    await query(`insert into proposal_speaker (proposal_id, person_id) values ($1, $2)`, [proposal, speaker])
    await query(`insert into proposal_move (proposal_id, move, actor_id, detail) values ($1, 'submit', $2, '{}')`, [
      proposal,
      speaker,
    ])
    speakers.push(speaker)
    codes.push(code)
  }
  const token = randomToken()
  await query(`insert into session (token_hash, person_id, expires) values ($1, $2, now() + interval '1 day')`, [
    hashToken(token),
    reviewer,
  ])
  const { email } = await one<{ email: string }>(`select email from person where id = $1`, [reviewer])
  const bindings: Person['bindings'] = [{ role: 'reviewer', eventId: event }]
  const person: Person = { kind: 'person', id: reviewer, name: 'Rita Reviewer', slug: `rita-${tag}`, email, bindings }
  return { tag, slug, event, codes, speakers, token, person }
}
type Blind = Awaited<ReturnType<typeof aBlindEvent>>

/** Every address that a row of the access table has for this reviewer. */
async function addressesOf({ slug, event, codes, person, tag }: Blind): Promise<{ own: string[]; shared: string[] }> {
  const demo = await demoFacts()
  const open = (Object.keys(PAGES) as PagePath[]).filter((path) => refuse(PAGES[path], person, event, true) === null)
  const values: Record<string, string[]> = {
    locale: [''],
    event: [slug],
    code: codes,
    slug: [`quillfeather-0-${tag}`, 'harbor', 'nightingale-1'],
    tag: ['security'],
    year: ['2018'],
    page: ['about'],
  }
  const filled = (path: string): string[] => {
    const name = /\[(?:\.\.\.)?(\w+)\]/.exec(path)?.[1]
    if (!name) return [path.replace(/^\/(?=\/)/, '') || '/']
    return (values[name] ?? ['nobody']).flatMap((value) => filled(path.replace(/\[[^\]]+\]/, value)))
  }
  const all = open
    .filter(
      (path) => !path.startsWith('/api/auth') && !path.startsWith('/sign-') && !/metrics|readyz|healthz/.test(path),
    )
    .flatMap(filled)
  const asked = NAMES.flatMap((name) => [
    `/admin/find?q=${name}`,
    `/search?q=${name}`,
    `/admin/events/${slug}/proposals?q=${name}`,
    `/api/v1/people?q=${name}`,
    `/api/v1/search?q=${name}`,
  ])
  const sorted = ['title', '-title', 'oldest', 'reviews'].map((sort) => `/admin/events/${slug}/proposals?sort=${sort}`)
  const own = all.filter((path) => /^\/(admin|me|events\/blind)/.test(path))
  const shared = all.filter((path) => !own.includes(path) && !path.startsWith('/dev'))
  return { own: [...own, ...asked, ...sorted], shared: [...shared, `/admin/events/${demo.coming}`] }
}

/** A key of a form and a nonce are of the answer alone; the time to render is nobody's. */
const masked = (text: string) =>
  text
    .replace(/nonce(=\\?"|\\?":\\?"|-)[\w+/=-]+/g, 'nonce$1')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g, 'a random key')

const HEADERS = ['location', 'content-type', 'content-disposition', 'link', 'cache-control']

async function fetchAll(playwright: Playwright, baseURL: string, { token }: Blind, paths: string[]) {
  const cookie = `next-auth.session-token=${token}`
  const context = await playwright.request.newContext({ baseURL, extraHTTPHeaders: { cookie } })
  const got = new Map<string, string>()
  for (const path of paths) {
    const answer = await context.get(path, { maxRedirects: 0 })
    const headers = answer.headers()
    got.set(
      path,
      masked([answer.status(), ...HEADERS.map((name) => headers[name] ?? ''), await answer.text()].join('\n')),
    )
  }
  await context.dispose()
  return got
}

test('whoever the speakers are, every page that a blind reviewer may open is the same, byte for byte', async ({
  playwright,
  baseURL = '',
}) => {
  test.setTimeout(240_000)
  const blind = await aBlindEvent()
  const { own, shared } = await addressesOf(blind)
  // Once unseen: what is rendered for the first time is kept, and its headers say so.
  await fetchAll(playwright, baseURL, blind, own)
  const before = await fetchAll(playwright, baseURL, blind, own)
  await query(becomeOthers(blind.speakers))
  const after = await fetchAll(playwright, baseURL, blind, own)
  for (const path of own) expect({ [path]: after.get(path) }).toEqual({ [path]: before.get(path) })

  const [first = ''] = blind.codes
  const page = (path: string) => before.get(`/admin/events/${blind.slug}${path}`) ?? ''
  for (const path of ['/proposals', `/proposals/${first}`, '/review', `/review/${first}`])
    expect(page(path)).toContain(`Alerts 0 ${blind.tag}`)
  const fetched = [...(await fetchAll(playwright, baseURL, blind, shared)), ...before].filter(
    ([path]) => !/q=|quillfeather|nightingale/.test(path),
  )
  for (const word of TELLING)
    expect(fetched.filter(([, text]) => text.includes(word)).map(([path]) => path)).toEqual([])
})
