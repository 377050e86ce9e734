import { addDays } from 'date-fns'
import { expect, test } from 'vitest'
import { saveNeeds } from '@/features/proposals/commands/needs'
import { db } from '@/lib/db'
import { call } from '@/tests/api'
import { later } from '@/tests/api-sent'
import { aWorld, type World } from '@/tests/api-world'

type Change = (world: World) => {
  read: string
  write: string
  as: keyof World['tokens']
  bodies: [object, object]
  /** Where the version stands that `If-Match` wants; without it, in the ETag. */
  version?: (body: { items: { id: string; version: number }[] }) => number | undefined
}

const at = ({ slug }: World) => `/events/${slug}`
const purgeOn = later(100).slice(0, 10)
const CHANGES: [what: string, change: Change][] = [
  [
    'what a speaker needs',
    (world) => ({
      read: `${at(world)}/needs/mine`,
      write: `PUT ${at(world)}/needs/mine`,
      as: 'co',
      bodies: [
        { travel: 'A visa', purgeOn },
        { travel: 'A ramp', purgeOn },
      ],
    }),
  ],
  [
    'the slots of a programme',
    (world) => ({
      read: `${at(world)}/decisions/slots`,
      write: `PUT ${at(world)}/decisions/slots`,
      as: 'chair',
      bodies: [{ formats: { talk: 3 } }, { formats: { talk: 4 } }],
    }),
  ],
  [
    'a comment',
    (world) => ({
      read: `${at(world)}/proposals/${world.sent}/comments`,
      write: `PATCH ${at(world)}/proposals/${world.sent}/comments/${world.commentId}`,
      as: 'reviewer',
      bodies: [{ text: 'One thing' }, { text: 'Another' }],
      version: ({ items }) => items.find(({ id }) => id === world.commentId)?.version,
    }),
  ],
  [
    'a mail’s words',
    (world) => ({
      read: `${at(world)}/mail/templates/received/en`,
      write: `PUT ${at(world)}/mail/templates/received/en`,
      as: 'chair',
      bodies: [
        { subject: 'One', text: 'Dear {name}' },
        { subject: 'Other', text: 'Hello {name}' },
      ],
    }),
  ],
]

test.each(CHANGES)('of two tabs that change %s at once, one is told that it was overtaken', async (_, change) => {
  const world = await aWorld()
  const { read, write, as, bodies, version } = change(world)
  const token = world.tokens[as]
  const before = await call(`GET ${read}`, { token })
  const tag = version ? `"${version(before.body)}"` : (before.headers.get('etag') ?? '"0"')
  const send = (body: object) => call(write, { token, body, headers: { 'if-match': tag } })
  const answers = await Promise.all(bodies.map(send))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
  const overtaken = answers.find(({ status }) => status === 412)
  const saved = answers.findIndex(({ status }) => status === 200)
  const wanted = version ? { text: answers[saved]?.body.text } : bodies[saved]
  expect(overtaken?.body.current).toMatchObject(wanted ?? {})
})

test('of two tabs of which one is the page, the API is told of the page', async () => {
  const world = await aWorld()
  const read = () => call(`GET ${at(world)}/needs/mine`, { token: world.tokens.co })
  const tag = (await read()).headers.get('etag') ?? ''
  const co = await db.person.findUniqueOrThrow({ where: { email: world.coEmail } })
  const person = { ...co, kind: 'person' as const, bindings: [] }
  const needs = { accessibility: 'A ramp', travel: '', purgeOn: addDays(new Date(), 50).toISOString().slice(0, 10) }
  const [page, api] = await Promise.all([
    saveNeeds(person, world.event, { times: [], needs }, new Date()),
    call(`PUT ${at(world)}/needs/mine`, {
      token: world.tokens.co,
      body: { travel: 'A visa', purgeOn },
      headers: { 'if-match': tag },
    }),
  ])
  expect(page.ok).toBe(true)
  // The page knows no versions and is there in the end: the API came before it, or was told.
  expect([200, 412]).toContain(api.status)
  expect((await read()).body.accessibility).toBe('A ramp')
})

test('questions that are added at once are all asked: none is told of a version that nobody named', async () => {
  const world = await aWorld()
  const add = (label: string) =>
    call(`POST ${at(world)}/questions`, { token: world.tokens.chair, body: { label, kind: 'text' } })
  const answers = await Promise.all(['One', 'Two', 'Three'].map(add))
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
  expect(
    new Set((await db.question.findMany({ where: { eventId: world.event.id } })).map(({ position }) => position)).size,
  ).toBe(await db.question.count({ where: { eventId: world.event.id } }))
})
