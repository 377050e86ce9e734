import { expect, test } from 'vitest'
import { z } from 'zod'
import { ENDPOINTS_OF_ALL_FEATURES } from '@/app/api/v1/endpoints'
import type { EndpointName } from '@/features/access/table'
import { call } from '@/tests/api'
import { REQUESTS } from '@/tests/api-requests'
import { addressOf, type Sent, versionFor } from '@/tests/api-sent'
import { aWorld, type World } from '@/tests/api-world'
import { expectKeptAsCleaned, HOSTILE, NO_DATES, UNSEEN, UNSTORABLE } from '@/tests/hostile'
import { tables } from '@/tests/tables'

interface Leaf {
  /** A JSON Pointer into the body. */
  pointer: string
  format: string | null
}

/** Every text that a body may hold, by its schema. */
function leavesOf(schema: z.core.JSONSchema.BaseSchema | boolean, pointer = '', depth = 0): Leaf[] {
  if (typeof schema === 'boolean' || depth > 6) return []
  const { properties = {}, items, additionalProperties, anyOf = [], oneOf = [], allOf = [] } = schema
  const inside = (inner: unknown, step: string) =>
    leavesOf(inner as z.core.JSONSchema.BaseSchema, `${pointer}${step}`, depth + 1) // a schema in a schema is one
  const own =
    schema.type === 'string' && schema.contentEncoding === undefined ? [{ pointer, format: schema.format ?? null }] : []
  return [
    ...own,
    ...Object.entries(properties).flatMap(([name, inner]) => inside(inner, `/${name}`)),
    ...(items && !Array.isArray(items) ? inside(items, '/0') : []),
    ...(additionalProperties && typeof additionalProperties === 'object' ? inside(additionalProperties, '/talk') : []),
    ...[...anyOf, ...oneOf, ...allOf].flatMap((inner) => inside(inner, '')),
  ].filter((leaf, at, all) => all.findIndex(({ pointer }) => pointer === leaf.pointer) === at)
}

/** The same body with this in that place. */
function withLeaf(body: unknown, [step, ...rest]: string[], value: unknown): unknown {
  if (step === undefined) return value
  if (/^\d+$/.test(step)) {
    const list = Array.isArray(body) ? [...body] : []
    list[Number(step)] = withLeaf(list[Number(step)], rest, value)
    return list
  }
  const object = typeof body === 'object' && body !== null ? body : {}
  return { ...object, [step]: withLeaf(Reflect.get(object, step), rest, value) }
}

const BODIES = ENDPOINTS_OF_ALL_FEATURES.flatMap(({ name, body, takesFile }) => {
  if (!body || takesFile) return []
  const leaves = leavesOf(z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' }))
  return leaves.length > 0 ? [{ name, leaves }] : []
})

async function send(name: EndpointName, sent: Sent, world: World) {
  const token = sent.as === 'nobody' ? undefined : world.tokens[sent.as]
  const headers = await versionFor(name, sent, world)
  return call(addressOf(name, sent, world.slug), { ...(token ? { token } : {}), body: sent.body, headers })
}

test('there are bodies with texts, and fields for days and moments among them', () => {
  const formats = new Set(BODIES.flatMap(({ leaves }) => leaves.map(({ format }) => format)))
  expect(BODIES.length).toBeGreaterThan(30)
  expect([...formats]).toEqual(expect.arrayContaining(['date', 'date-time', null]))
})

test.each(BODIES)('$name refuses each text under its field, or keeps it as it is cleaned', async ({ name, leaves }) => {
  const world = await aWorld()
  const sample = REQUESTS[name](world)
  const isAt = (errors: { path: string }[] = [], pointer: string) =>
    errors.some(({ path }) => path === '' || pointer.startsWith(path))
  for (const [place, { pointer, format }] of leaves.entries()) {
    const steps = pointer.split('/').slice(1)
    const ask = async (text: string) => {
      const answer = await send(name, { ...sample, body: withLeaf(sample.body, steps, text) }, world)
      const told = `${pointer} = ${JSON.stringify(text)}: ${answer.status} ${answer.text}`
      expect(answer.status, told).toBeLessThan(500)
      if (answer.status === 422) expect(answer.body.errors.length, told).toBeGreaterThan(0)
      return { answer, told }
    }
    const before = await tables()
    const dates = format === 'date' ? NO_DATES : format === 'date-time' ? NO_DATES.map((day) => `${day}T10:00:00Z`) : []
    // Both kinds once, and then one: they are refused in one place.
    for (const text of [...UNSTORABLE.slice(place === 0 ? 0 : 1), ...dates]) {
      const { answer, told } = await ask(text)
      expect([answer.status, isAt(answer.body.errors, pointer)], told).toEqual([422, true])
    }
    const { answer, told } = await ask(UNSEEN)
    if (answer.status >= 400) expect(await tables(), told).toEqual(before)
    await ask(HOSTILE)
  }
  await expectKeptAsCleaned(name)
})
