import { addDays } from 'date-fns'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { ENDPOINTS_OF_ALL_FEATURES } from '@/app/api/v1/endpoints'
import type { EndpointName } from '@/features/access/table'
import { methodOf } from '@/features/api/rules'
import { listOf } from '@/features/api/schema'
import { saveReview } from '@/features/reviews/commands/save'
import { ReviewInput } from '@/features/reviews/schema'
import { sealCursor } from '@/lib/cursor'
import { db } from '@/lib/db'
import { call } from '@/tests/api'
import { REQUESTS } from '@/tests/api-requests'
import { addressOf } from '@/tests/api-sent'
import { aWorld, type World } from '@/tests/api-world'
import { aPerson, aProposal } from '@/tests/factories'
import { statementCounter } from '@/tests/statements'

const shapeOf = (schema: z.ZodType | null) => (schema instanceof z.ZodObject ? Object.keys(schema.shape) : [])
const lists = ENDPOINTS_OF_ALL_FEATURES.filter(
  (endpoint) => methodOf(endpoint) === 'GET' && shapeOf(endpoint.answer).includes('items'),
)
const names = lists.map(({ name }) => name)
/** Five lists of a form, sent whole because they are changed whole. */
const WHOLE: EndpointName[] = ['GET /events/{event}/choices/{list}', 'GET /search']
const paged = names.filter((name) => !WHOLE.includes(name))

async function ask(name: EndpointName, world: World, more: Record<string, string> = {}) {
  const { as, body: _, ...sent } = REQUESTS[name](world)
  const query = new URLSearchParams([...new URLSearchParams(sent.query), ...Object.entries(more)])
  const token = as === 'nobody' ? {} : { token: world.tokens[as] }
  return call(addressOf(name, { as, ...sent, query: `?${query}` }, world.slug), token)
}

test('every list takes a limit and a cursor, and answers with where it goes on', () => {
  expect(paged.length).toBeGreaterThan(35)
  for (const { name, query, answer } of lists.filter(({ name }) => !WHOLE.includes(name))) {
    expect([name, shapeOf(query)]).toEqual([name, expect.arrayContaining(['limit', 'cursor'])])
    expect([name, shapeOf(answer)]).toEqual([name, shapeOf(listOf(z.unknown()))])
  }
})

test('every list refuses a cursor that no list has given, and a limit that is none, naming the field', async () => {
  const world = await aWorld()
  for (const name of paged)
    for (const [field, values] of Object.entries({
      cursor: ['abc', '%00', 'e30', ''],
      limit: ['0', '201', '1.5', 'many'],
    }))
      for (const value of values) {
        const { status, body } = await ask(name, world, { [field]: value })
        expect([name, field, value, status, body.errors?.[0]?.path]).toEqual([
          name,
          field,
          value,
          422,
          `/query/${field}`,
        ])
      }
})

const STRANGE: [string, string][] = [
  ['', ''],
  ['', '-'.repeat(36)],
  ['zzz', '-1'],
  ['20271399000000000', 'x'],
  ["'; select 1 --", '99999999999999999999'],
]

test('a cursor that belongs to another list, or that was tampered with, breaks none', async () => {
  const world = await aWorld()
  for (const name of paged)
    for (const key of STRANGE) {
      const { status, text } = await ask(name, world, { cursor: sealCursor(key) })
      expect([name, key, status < 500, text]).toEqual([name, key, true, text])
    }
}, 120_000)

describe('statements', () => {
  const countStatements = statementCounter()

  test('no list needs more of them as its rows grow', async () => {
    const world = await aWorld()
    const count = async () => {
      const found: [EndpointName, number][] = []
      for (const name of names) {
        // What is kept between two questions is no part of it.
        expect([name, (await ask(name, world)).status]).toEqual([name, 200])
        found.push([name, await countStatements(() => ask(name, world))])
      }
      return found
    }
    await grow(world, 2)
    const few = await count()
    await grow(world, 9)
    const many = new Map(await count())
    expect(few.filter(([name, before]) => (many.get(name) ?? 0) > before)).toEqual([])
  }, 240_000)
})

let rounds = 30

/** More of everything that this world has lists of. */
async function grow({ event, sent, unsent }: World, by: number): Promise<void> {
  const now = new Date()
  const open = await db.call.findFirstOrThrow({
    where: { eventId: event.id, kind: 'talks' },
    include: { event: { include: { formats: true, tracks: true, levels: true, criteria: true, rooms: true } } },
  })
  const { speakers } = await db.proposal.findUniqueOrThrow({
    where: { code: sent },
    select: { speakers: { orderBy: { position: 'asc' }, include: { person: true } } },
  })
  const [speaker] = speakers
  const texts = await db.proposal.findMany({ where: { code: { in: [sent, unsent] } }, select: { id: true } })
  for (let at = 0; at < by; at++) {
    const reviewer = await aPerson({ roles: ['reviewer'], eventId: event.id })
    const { proposal } = await aProposal({ call: open, title: `Grown ${at}` })
    const { proposal: own } = await aProposal({
      call: open,
      speaker: { kind: 'person', bindings: [], ...(speaker?.person ?? reviewer) },
    })
    const review = ReviewInput.parse({ scores: { content: 4, clarity: 2 }, submit: true })
    await saveReview(reviewer, event, proposal.code, { ...review, version: 0 }, now)
    await saveReview(reviewer, event, sent, { ...review, version: 0 }, now)
    await db.assignment.create({ data: { proposalId: own.id, reviewerId: reviewer.id } })
    await db.conflict.create({ data: { proposalId: own.id, personId: reviewer.id, reason: 'Grown' } })
    const name = `${by} ${at}`
    await db.call.create({ data: { eventId: event.id, kind: `k-${by}-${at}`, opensAt: now, position: 9 } })
    await db.question.create({
      data: { eventId: event.id, key: `q-${by}-${at}`, kind: 'text', label: name, position: 9 },
    })
    await db.accessCode.create({ data: { callId: open.id, code: `GROWN${by}X${at}` } })
    await db.reviewRound.create({
      data: { eventId: event.id, name, opensAt: addDays(now, 2 * ++rounds), closesAt: addDays(now, 2 * rounds + 1) },
    })
    await db.criterion.create({ data: { eventId: event.id, slug: `c-${by}-${at}`, name, position: 9 } })
    await db.event.create({
      data: { slug: `grown-${by}-${at}`, acronym: `grown${by}x${at}`, name, summary: '', timeZone: 'UTC' },
    })
    for (const { id } of texts) {
      await db.speakerInvitation.create({
        data: {
          proposalId: id,
          kind: 'co_speaker',
          name,
          email: `g${by}-${at}@example.org`,
          status: 'revoked',
          expiresAt: addDays(now, 9),
        },
      })
      await db.sessionFile.create({ data: { proposalId: id, title: name, url: 'https://example.org/file' } })
      await db.reviewComment.create({
        data: { proposalId: id, authorId: reviewer.id, roundId: (await aRound(event.id)).id, text: name },
      })
    }
    await db.outboxMessage.create({
      data: {
        kind: 'proposal-reminder',
        to: 'a@example.org',
        subject: name,
        text: name,
        state: 'draft',
        eventId: event.id,
      },
    })
    for (const code of [proposal.code, own.code])
      await db.proposal.update({
        where: { code },
        data: {
          decision: 'accepted',
          decidedAt: now,
          announced: at % 2 ? 'accepted' : null,
          announcedAt: at % 2 ? now : null,
        },
      })
  }
}

const aRound = (eventId: string) => db.reviewRound.findFirstOrThrow({ where: { eventId }, select: { id: true } })
