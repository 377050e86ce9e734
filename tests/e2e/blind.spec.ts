import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import type { Person } from '@/features/access/schema'
import { withClient } from '@/lib/postgres/database'
import { TWIN_DATABASES_FILE } from '@/scripts/test-database'
import { TELLING, TWIN_SESSION, TWIN_TOKEN } from '../twins'
import { type BlindFacts, callsFor, pagesFor, questionsFor } from './blind-addresses'
import { type Answered, type Asked, askBoth, startTwins } from './twins'

const COOKIE = `next-auth.session-token=${TWIN_SESSION}`
/** Pages of the reviewer's own, whose links are followed; all others are the same for everybody. */
const OWN = /^\/(?:admin|me|files|invitations|events\/[\w-]+\/submit)/

let twins: Awaited<ReturnType<typeof startTwins>>
test.beforeAll(async () => {
  test.setTimeout(120_000)
  twins = await startTwins()
})
test.afterAll(() => twins?.stop())

test('in two databases that differ only in who the speakers are, a blind reviewer fetches the same bytes', async () => {
  test.setTimeout(240_000)
  const facts = await factsOfBoth()
  const parts: string[] = []
  const met = new Map<string, string>()
  const compare = async (asked: Asked) => {
    const name = `${asked.method ?? 'GET'} ${asked.path} ${asked.body ?? ''}`
    const [one, other] = (await askBoth(asked)).map(asText)
    met.set(name, one ?? '')
    if (one !== other) parts.push(difference(name, one ?? '', other ?? ''))
    return one ?? ''
  }

  const queue = [...pagesFor(facts), ...questionsFor(facts)]
  const seen = new Set(queue)
  // A few proposals stand for all, and one question at a time for several.
  const isMoreOfTheSame = (link: string) =>
    /\/(?:proposals|review)\/[A-Z0-9]{6}/.test(link) || (link.match(/[?&]/g)?.length ?? 0) > 1
  for (const path of queue) {
    const isOwn = OWN.test(path)
    const text = await compare({ path, headers: isOwn ? { cookie: COOKIE } : {} })
    for (const link of isOwn ? linksIn(text) : [])
      if (OWN.test(link) && !seen.has(link) && !isMoreOfTheSame(link)) {
        seen.add(link)
        queue.push(link)
      }
  }
  for (const asked of callsFor(facts, TWIN_TOKEN)) {
    const next = /"nextCursor":"([^"]+)"/.exec(await compare(asked))?.[1]
    if (next) await compare({ ...asked, path: `${asked.path}&cursor=${encodeURIComponent(next)}` })
  }
  expect(parts).toEqual([])
  expect(await mailsOfBoth(facts.person)).toEqual([])

  // What was compared is what there is: pages with their proposals, a file, a review, and nobody's name.
  const at = `GET /admin/events/${facts.event.slug}`
  const [code = ''] = facts.codes.open
  for (const path of ['/proposals ', `/proposals/${code} `, '/review ', `/review/${code} `])
    expect(met.get(at + path)).toMatch(/^200\n/)
  expect(met.get(`${at}/proposals `)).toContain(facts.codes.open[1])
  expect(
    [...met].filter(([name, text]) => name.startsWith('GET /files/answers') && text.startsWith('200')).length,
  ).toBeGreaterThan(5)
  expect([...met].filter(([name, text]) => name.startsWith('PUT') && text.startsWith('200')).length).toBeGreaterThan(1)
  expect(met.size).toBeGreaterThan(400)
  const told = [...met].filter(
    ([name, text]) => !/nightingale|quillfeather|hidden/i.test(name) && TELLING.some((word) => text.includes(word)),
  )
  expect(told.map(([name]) => name)).toEqual([])
})

/** The answer with what chance makes taken out: the nonce, keys of forms, and the moment. Nothing is put in order. */
function asText({ status, headers, rawHeaders, body }: Answered): string {
  const nonce = /'nonce-([^']+)'/.exec(String(headers['content-security-policy'] ?? ''))?.[1]
  const lines = rawHeaders.map((value, place) => (/^date$/i.test(rawHeaders[place - 1] ?? '') ? 'now' : value))
  const text = [status, ...lines, '', body].join('\n')
  return (nonce ? text.replaceAll(nonce, 'nonce') : text)
    .replace(/((?:name="key" value="|[kK]ey(?:&quot;|\\*"):(?:&quot;|\\*")))[0-9a-f]{8}-[0-9a-f-]{27}/g, '$1key')
    .replace(/(now\\*":\\*"\$D)[^"\\]*/g, '$1now')
}

function linksIn(text: string): string[] {
  return [...text.matchAll(/(?:href|action)="(\/[^"#]*)/g)].map(([, link = '']) => link.replaceAll('&amp;', '&'))
}

function difference(name: string, one: string, other: string): string {
  let at = 0
  while (one[at] === other[at]) at++
  const around = (text: string) => text.slice(Math.max(0, at - 80), at + 120)
  return `${name}: ${around(one)} IS ${around(other)}`
}

function ofBoth<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[][]> {
  const addresses: string[] = JSON.parse(readFileSync(TWIN_DATABASES_FILE, 'utf8'))
  return Promise.all(
    addresses.map((url) => withClient(url, async (client) => (await client.query<Row>(sql, values)).rows)),
  )
}

/** The letters to this reviewer that are in one database and not, word for word, in the other. */
async function mailsOfBoth({ email }: Person): Promise<object[]> {
  const [one = [], other = []] = await ofBoth<object>(
    'select kind, subject, text, locale, calendar, unsubscribe_url from outbox_message where "to" = $1 order by id',
    [email],
  )
  return one.filter((mail, place) => JSON.stringify(mail) !== JSON.stringify(other[place]))
}

async function factsOfBoth(): Promise<BlindFacts> {
  const [[one], [other]] = (await ofBoth<Row>(FACTS)) as [Row[], Row[]]
  if (!one || !other) throw new Error('The twins hold nothing')
  const { person, event, open, hidden, past, answerFiles, sessionFiles } = one
  return {
    person: { kind: 'person', ...person, bindings: [{ role: 'reviewer', eventId: event.id }] },
    event,
    codes: { open, hidden, past },
    people: [...one.people, ...other.people],
    photos: [...one.photos, ...other.photos],
    answerFiles,
    sessionFiles,
    words: ['Zebedee', 'Quillfeather', 'Nightingale', 'hidden.example', 'nightingale-1', 'kubernetes', ...one.names],
  }
}

interface Row {
  person: { id: string; slug: string; name: string; email: string }
  event: BlindFacts['event']
  open: string[]
  hidden: string[]
  past: string
  people: string[]
  photos: string[]
  names: string[]
  answerFiles: string[]
  sessionFiles: string[]
}

/** The demo's reviewer at the coming event. `hidden` are drafts, and what was withdrawn. */
const FACTS = `
  with demo as (select (value ->> 'reviewer')::uuid as id from setting where key = 'demo-people'),
  event as (select e.* from event e join proposal p on p.event_id = e.id where e.starts_on > now() group by e.id order by count(*) desc limit 1),
  mine as (select p.*, s.person_id from proposal p join event e on e.id = p.event_id join proposal_speaker s on s.proposal_id = p.id),
  who as (select distinct p.slug, p.photo, p.name from person p join mine on mine.person_id = p.id)
  select (select json_build_object('id', p.id, 'slug', p.slug, 'name', p.name, 'email', p.email) from person p join demo on demo.id = p.id) as person,
    (select json_build_object('id', id, 'slug', slug, 'past', (select e.slug from event e join release r on r.event_id = e.id limit 1)) from event) as event,
    (select json_agg(code order by code) from (select distinct code from mine where submitted_at is not null
      and id not in (select proposal_id from conflict_pairs(array[(select id from demo)], event_id)) order by code limit 6) o) as open,
    (select json_agg(code order by code) from (select distinct on (submitted_at is null) code from mine
      where submitted_at is null or withdrawn_at is not null order by submitted_at is null, code) h) as hidden,
    (select min(p.code) from slot s join proposal p on p.id = s.proposal_id join release r on r.event_id = s.event_id where p.answer = 'confirmed') as past,
    (select json_agg(slug order by slug) from (select min(slug) as slug from who group by slug ~ 'quillfeather|nightingale') a) as people,
    (select json_agg(photo order by photo) from (select photo from who where photo is not null order by photo limit 2) a) as photos,
    (select json_agg(name order by name) from (select name from who where slug !~ 'quill|night' order by name limit 3) a) as names,
    (select json_agg(id order by id) from (select id from answer_file where event_id = (select id from event) order by id limit 12) a) as "answerFiles",
    (select json_agg(id order by id) from (select f.id from session_file f join mine on mine.id = f.proposal_id order by f.id limit 4) a) as "sessionFiles"`
