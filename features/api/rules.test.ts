import { expect, test } from 'vitest'
import { z } from 'zod'
import type { EndpointName } from '@/features/access/table'
import { match, refuseRepeat, versionSeen } from './rules'
import { endpoint } from './schema'

const answers = (name: EndpointName) =>
  endpoint(name, { summary: '', answer: z.unknown(), handle: async () => ({ ok: true }) })
const endpoints = [
  answers('GET /events/{event}/proposals/{code}'),
  answers('PATCH /events/{event}/proposals/{code}'),
  answers('POST /events/{event}/decisions/announce'),
  answers('GET /events'),
]

test.each([
  ['GET', ['events'], { found: true, params: {} }],
  ['GET', ['events', 'x', 'proposals', 'ABC234'], { found: true, params: { event: 'x', code: 'ABC234' } }],
  ['DELETE', ['events', 'x', 'proposals', 'ABC234'], { found: false, allow: ['GET', 'PATCH'] }],
  ['GET', ['events', 'x'], { found: false, reason: 'not-found' }],
  ['GET', [], { found: false, reason: 'not-found' }],
  ['POST', ['events', 'x', 'decisions', 'announce'], { found: true, params: { event: 'x' } }],
])('%s %j', (method, path, expected) => {
  expect(match(endpoints, method, path)).toMatchObject(expected)
})

test.each([
  [null, null, 'missing'],
  ['"3"', null, 3],
  [' "12" ', null, 12],
  [null, '*', 0],
  ['W/"3"', null, 'unreadable'],
  ['"x"', null, 'unreadable'],
  ['*', null, 'unreadable'],
])('If-Match %j with If-None-Match %j is version %j', (ifMatch, ifNoneMatch, version) => {
  expect(versionSeen(ifMatch, ifNoneMatch)).toBe(version)
})

test.each([
  [{ bodyHash: 'a', status: 201 }, 'a', null],
  [{ bodyHash: 'a', status: null }, 'a', 'in-progress'],
  [{ bodyHash: 'a', status: 201 }, 'b', 'key-reused'],
])('a repeated key %j with body %s: %s', (earlier, bodyHash, refused) => {
  expect(refuseRepeat(earlier, bodyHash)).toBe(refused)
})
