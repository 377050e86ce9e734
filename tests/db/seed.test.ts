import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ROLES } from '@/features/access/schema'
import { ReleasedSchedule } from '@/features/schedule/schema'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { withClient } from '@/lib/postgres/database'
import { contextOf } from '@/prisma/seed/context'
import { dayOf } from '@/prisma/seed/days'
import { addProjects } from '@/prisma/seed/projects'
import { loadDemo as load, NOW } from '../demo'
import { kept } from '../kept'

const DAY = 86_400_000
const loadSmall = kept(() => load('small'))
const loadKubecon = kept(() => load('kubecon'))

async function setting<T>(key: string): Promise<T> {
  const { value } = await db.setting.findUniqueOrThrow({ where: { key } })
  return value as T
}

async function demoEvents() {
  const { past, coming } = await setting<{ past: string; coming: string }>('demo-events')
  const find = (slug: string) => db.event.findUniqueOrThrow({ where: { slug }, include: { calls: true } })
  return { past: await find(past), coming: await find(coming) }
}

/** One word for each state, as the committee reads it. */
async function statesIn(eventId: string): Promise<Record<string, number>> {
  const rows = await db.$queryRaw<{ state: string; count: number }[]>`
    select case when cancelled_at is not null then 'cancelled' when withdrawn_at is not null then 'withdrawn'
        when submitted_at is null then 'draft' when answer is not null then answer::text
        when decision is not null then decision || case when announced is null then ' untold' else '' end
        when recommendation is not null then 'recommended' else 'submitted' end as state, count(*)::int
    from proposal where event_id = ${eventId}::uuid group by 1`
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
}

/** What every table holds, as one digest each. */
function digests(): Promise<Record<string, string>> {
  return withClient(env().DATABASE_URL ?? '', async (client) => {
    const tables =
      "select tablename from pg_tables where schemaname = 'public' and tablename !~ '^_prisma|purge_log|reviews_change' order by 1"
    const found: [string, string][] = []
    for (const { tablename } of (await client.query<{ tablename: string }>(tables)).rows) {
      const digest = `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as md5 from ${client.escapeIdentifier(tablename)} t`
      found.push([tablename, (await client.query<{ md5: string }>(digest)).rows[0]?.md5 ?? ''])
    }
    return Object.fromEntries(found)
  })
}

/** As if nothing had ever been there: sequences begin at 1 again. */
async function forgetAll() {
  await db.$executeRaw`truncate person, event, document, project, setting restart identity cascade`
}

test('the half-built demo has a proposal in every state, decided and told or not', async () => {
  await loadSmall()
  const { coming, past } = await demoEvents()
  const states = await statesIn(coming.id)
  const everything = [
    ...['accepted', 'accepted untold', 'cancelled', 'confirmed', 'declined', 'draft', 'recommended', 'rejected'],
    ...['rejected untold', 'submitted', 'waitlisted', 'waitlisted untold', 'withdrawn'],
  ]
  expect(Object.keys(states).sort()).toEqual(everything)
  expect(await statesIn(past.id)).toEqual({
    cancelled: 1,
    confirmed: 30,
    declined: 2,
    rejected: 14,
    waitlisted: 4,
    withdrawn: 2,
  })
})

test('the call is open on the first day and on the eighth after it, and closed on the tenth', async () => {
  await loadSmall()
  const { coming } = await demoEvents()
  const call = coming.calls[0]
  const isOpen = (moment: number) => Number(call?.opensAt) <= moment && moment < Number(call?.closesAt)
  const midnight = Date.parse('2026-11-22T00:00:00Z')
  expect([0, 0.99, 8, 8.99, 10].map((days) => isOpen(midnight + days * DAY))).toEqual([true, true, true, true, false])
  expect(Number(coming.startsOn)).toBeGreaterThan(midnight + 100 * DAY)
  expect(await setting('first-start')).toBe('2026-11-22')
})

test('nothing in the demo has happened after the moment at which it was loaded', async () => {
  await loadSmall()
  const midnight = new Date('2026-11-22T00:00:00Z')
  const late = { gt: midnight }
  expect(await db.proposalMove.count({ where: { at: late } })).toBe(0)
  expect(await db.review.count({ where: { updatedAt: late } })).toBe(0)
  expect(await db.release.count({ where: { releasedAt: late } })).toBe(0)
})

test('the past conference has two releases that parse, and the second says what the draft says', async () => {
  await loadSmall()
  const { past } = await demoEvents()
  const releases = await db.release.findMany({ where: { eventId: past.id }, orderBy: { number: 'asc' } })
  const [first, second] = releases.map(({ schedule }) => ReleasedSchedule.parse(schedule))
  expect(releases.map(({ number }) => number)).toEqual([1, 2])
  expect(first?.event.url).toBe('https://lectern.example.org')
  const confirmed = (second?.slots ?? []).filter(({ status }) => status === 'confirmed')
  const slots = await db.slot.findMany({
    where: { eventId: past.id },
    orderBy: { number: 'asc' },
    include: { room: true },
  })
  expect(confirmed.map(({ number, startsAt, room }) => ({ number, startsAt, room }))).toEqual(
    slots.map(({ number, startsAt, room }) => ({ number, startsAt: startsAt.toISOString(), room: room.slug })),
  )
  expect(confirmed.filter(({ session }) => session.code !== null)).toHaveLength(30)
  expect((second?.slots ?? []).filter(({ status }) => status === 'cancelled')).toHaveLength(1)
})

test('the timetable of the coming conference is half built, and mail waits to be sent', async () => {
  await loadSmall()
  const { coming } = await demoEvents()
  const isConfirmed = { eventId: coming.id, answer: 'confirmed', cancelledAt: null } as const
  expect(await db.proposal.count({ where: { ...isConfirmed, slots: { some: {} } } })).toBe(3)
  expect(await db.proposal.count({ where: { ...isConfirmed, slots: { none: {} } } })).toBe(2)
  expect(await db.outboxMessage.count({ where: { eventId: coming.id, state: 'draft' } })).toBeGreaterThan(3)
  expect(await db.release.count({ where: { eventId: coming.id } })).toBe(0)
})

test('the demo’s reviewer has reviews done, begun, refused and waiting, and a conflict', async () => {
  await loadSmall()
  const { coming } = await demoEvents()
  const { reviewer: reviewerId } = await setting<Record<string, string>>('demo-people')
  const own = { reviewerId: reviewerId ?? '', proposal: { eventId: coming.id } }
  const reviews = await db.review.findMany({ where: own, include: { scores: true } })
  expect(reviews.filter(({ submittedAt, abstained }) => submittedAt && !abstained).length).toBeGreaterThan(1)
  expect(reviews.filter(({ submittedAt }) => submittedAt === null).length).toBeGreaterThan(0)
  expect(reviews.filter(({ abstained, scores }) => abstained && scores.length === 0).length).toBeGreaterThan(0)
  expect(await db.assignment.count({ where: own })).toBeGreaterThan(reviews.length)
  expect(await db.conflict.count({ where: { personId: reviewerId ?? '' } })).toBe(1)
  const selfReviews = await db.$queryRaw`
    select 1 from assignment join proposal_speaker s using (proposal_id) where s.person_id = reviewer_id
    union all select 1 from assignment a join conflict c using (proposal_id) where c.person_id = a.reviewer_id`
  expect(selfReviews).toEqual([])
})

test('each demo person has exactly the role that they show', async () => {
  await loadSmall()
  const { past, coming } = await demoEvents()
  const people = await setting<Record<string, string>>('demo-people')
  expect(Object.keys(people).sort()).toEqual([...ROLES].sort())
  for (const role of ROLES) {
    const bindings = await db.roleBinding.findMany({ where: { personId: people[role] ?? '' } })
    const inEvents = ['reviewer', 'chair', 'scheduler'].includes(role)
    const places = inEvents ? [past.id, coming.id] : role === 'reader' || role === 'speaker' ? [] : [null]
    expect(bindings.map(({ eventId }) => eventId).sort()).toEqual(places.sort())
    expect(bindings.every((binding) => binding.role.replace('_', '-') === role)).toBe(true)
  }
  const { speaker = '', reader = '' } = people
  const own = await db.proposal.findMany({ where: { speakers: { some: { personId: speaker } } } })
  expect(own.filter(({ eventId }) => eventId === coming.id).map(({ submittedAt }) => submittedAt !== null)).toContain(
    false,
  )
  expect(own.some(({ announced, answer }) => announced === 'accepted' && answer === null)).toBe(true)
  expect(own.some(({ answer }) => answer === 'confirmed')).toBe(true)
  expect(await db.proposalSpeaker.count({ where: { personId: reader } })).toBe(0)
})

test('the foundation’s events say what their sources state, and nothing else', async () => {
  await loadSmall()
  const envoycon = await db.event.findUniqueOrThrow({
    where: { slug: 'envoycon-2018' },
    include: { parent: true, calls: true, formats: { orderBy: { position: 'asc' } }, tracks: true, proposals: true },
  })
  expect(envoycon.startsOn?.toISOString()).toBe('2018-12-10T00:00:00.000Z')
  expect(envoycon.parent).toMatchObject({ slug: 'kubecon-north-america-2018', startsOn: null, endsOn: null })
  const closesAt = new Date('2018-08-25T12:00:00Z')
  expect(envoycon.calls).toMatchObject([{ opensAt: null, closesAt, closesByDay: true }])
  expect(envoycon.formats.map(({ minutes }) => minutes)).toEqual([30, 10])
  expect(envoycon.tracks).toHaveLength(13)
  expect([envoycon.registrationUrl, envoycon.parent?.registrationUrl, envoycon.proposals]).toEqual([null, null, []])
  const shanghai = await db.event.findUniqueOrThrow({ where: { slug: 'kubecon-china-2018' } })
  expect([shanghai.startsOn, shanghai.endsOn]).toEqual([new Date('2018-11-14'), new Date('2018-11-15')])
})

test('two loads with one seed on one day are the same, row for row; another seed or day is another', async () => {
  await forgetAll()
  await load('small')
  const first = await digests()
  await forgetAll()
  await load('small', { now: new Date('2026-11-22T23:59:59Z') })
  expect(await digests()).toEqual(first)
  await forgetAll()
  await load('small', { seed: 2 })
  const other = await digests()
  for (const table of ['person', 'proposal', 'review'] as const) expect(other[table]).not.toBe(first[table])
  await forgetAll()
  await load('small', { now: new Date('2026-11-23T00:00:00Z') })
  expect((await digests()).call).not.toBe(first.call)
})

test('what is loaded is not loaded twice', async () => {
  expect(await load('small')).toMatchObject({ ok: true })
  const before = await digests()
  expect(await load('small', { seed: 5 })).toEqual({ ok: false, reason: 'loaded' })
  expect(await digests()).toEqual(before)
})

test('a load that fails leaves nothing behind', async () => {
  await db.person.create({ data: { slug: 'somebody', name: 'Somebody', email: 'tomas-quintela@example.org' } })
  await db.person.create({
    data: { slug: 'somebody-else', name: 'Somebody else', email: 'tomas-quintela@example.com' },
  })
  await expect(load('small')).rejects.toThrow(/person_email_key/)
  expect([await db.person.count(), await db.event.count(), await db.setting.count()]).toEqual([2, 0, 0])
})

test('whoever is there already keeps their slug and number, and the next person gets one of their own', async () => {
  const before = await db.person.create({ data: { slug: 'tomas-quintela', name: 'Another Tomás Quintela' } })
  await load('small')
  const people = await setting<Record<string, string>>('demo-people')
  expect(await db.person.findUnique({ where: { id: people.reader ?? '' } })).toMatchObject({ slug: 'tomas-quintela-2' })
  const highest = await db.person.aggregate({ _max: { number: true } })
  const after = await db.person.create({ data: { slug: 'later', name: 'Later' } })
  expect(after.number).toBe((highest._max.number ?? 0) + 1)
  expect(await db.person.findUnique({ where: { id: before.id } })).toEqual(before)
})

test('nobody whom the foundation’s articles name is among the invented', async () => {
  await loadSmall()
  const files = readdirSync('content', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.mdx'))
  const texts = files.map((file) => readFileSync(path.join('content', file), 'utf8').split('\n---')[0] ?? '')
  const named = texts.flatMap((text) => [...text.matchAll(/slug: ([a-z0-9-]+)/g)].map(([, slug = '']) => slug))
  expect(named.length).toBeGreaterThan(10)
  expect(await db.person.findMany({ where: { slug: { in: named } } })).toEqual([])
})

test('the size of a KubeCon: 2,500 proposals, 150 reviewers, 12,500 reviews, 330 sessions without overlap', async () => {
  const begun = performance.now()
  await loadKubecon()
  expect(performance.now() - begun).toBeLessThan(60_000)
  const event = await db.event.findFirstOrThrow({ where: { slug: { startsWith: 'grand-confluence' } } })
  const inEvent = { eventId: event.id }
  expect(await db.proposal.count({ where: inEvent })).toBe(2_500)
  expect(await db.roleBinding.count({ where: { ...inEvent, role: 'reviewer' } })).toBe(150)
  expect(await db.review.count({ where: { proposal: inEvent } })).toBe(12_500)
  expect(await db.reviewScore.count({ where: { review: { proposal: inEvent } } })).toBe(37_500)
  expect(await db.slot.count({ where: { ...inEvent, proposalId: { not: null } } })).toBe(330)
  expect(await statesIn(event.id)).toMatchObject({ confirmed: 330, waitlisted: 180 })
  const { schedule } = await db.release.findFirstOrThrow({ where: inEvent })
  expect(ReleasedSchedule.parse(schedule).slots.filter(({ session }) => session.code)).toHaveLength(330)
  const inTwoRooms = await db.$queryRaw`
    select 1 from slot a join slot b on a.id < b.id and a.event_id = b.event_id
      and slot_span(a.starts_at, a.minutes) && slot_span(b.starts_at, b.minutes)
    join proposal_speaker x on x.proposal_id = a.proposal_id
    join proposal_speaker y on y.proposal_id = b.proposal_id and y.person_id = x.person_id`
  expect(inTwoRooms).toEqual([])
})

test('abstracts have 80 to 300 words, no two are equal, and some talks are handed in twice', async () => {
  await loadKubecon()
  const english = await db.proposal.findMany({ where: { language: 'en' }, select: { abstract: true, title: true } })
  const lengths = english.map(({ abstract }) => abstract.split(/\s+/).length)
  expect(Math.min(...lengths)).toBeGreaterThanOrEqual(80)
  expect(Math.max(...lengths)).toBeLessThanOrEqual(300)
  expect(new Set(english.map(({ abstract }) => abstract)).size).toBe(english.length)
  expect(english.filter(({ title }) => title.endsWith('revisited')).length).toBeGreaterThan(20)
  expect(english.filter(({ title }) => /[{}]/.test(title) || title.length > 200)).toEqual([])
})

test('a foundation of 255 projects is the same each time, and none moved tomorrow', async () => {
  const invent = () => {
    const context = contextOf({
      size: 'stress',
      seed: 1,
      today: dayOf(NOW),
      url: 'https://lectern.example.org',
      takenSlugs: new Set(),
      numbers: { person: 0, slot: 0 },
    })
    return { all: addProjects(context, { count: 255, known: new Map([['helm', 'known']]) }), rows: context.rows }
  }
  const { all, rows } = invent()
  expect([all.size, rows.project.length, rows.landscapeEntry.length]).toEqual([255, 254, 254])
  expect(rows.projectMove.every(({ effectiveOn }) => effectiveOn < NOW)).toBe(true)
  expect(invent().rows).toEqual(rows)
})
