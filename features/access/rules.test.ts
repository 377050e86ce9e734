import fc from 'fast-check'
import { expect, test } from 'vitest'
import { can, isEmptyScope, refuse, scopeOf } from './rules'
import { type Actor, RESOURCES, ROLES, type Role, VERBS } from './schema'
import { ACTIONS, ENDPOINTS, PAGES } from './table'

const person = (...bindings: { role: Role; eventId: string | null }[]): Actor => ({
  kind: 'person',
  id: 'p',
  name: 'P',
  slug: 'p',
  email: null,
  bindings,
})
const here = { eventId: 'here' }

test.each([
  ['a visitor', { kind: 'visitor' } as Actor, false],
  ['a person without a binding', person(), false],
  ['a chair of this event', person({ role: 'chair', eventId: 'here' }), true],
  ['a chair of another event', person({ role: 'chair', eventId: 'there' }), false],
  ['a chair everywhere', person({ role: 'chair', eventId: null }), true],
  ['a reviewer of this event', person({ role: 'reviewer', eventId: 'here' }), false],
  ['an administrator', person({ role: 'admin', eventId: null }), true],
  ['an administrator of another event', person({ role: 'admin', eventId: 'there' }), false],
])('%s may decide here: %s', (_, actor, expected) => {
  expect(can(actor, 'decide', 'decisions', here)).toBe(expected)
})

test('a binding in one event never counts for the foundation', () => {
  for (const role of ROLES)
    for (const verb of VERBS)
      for (const resource of RESOURCES) {
        const bound = can(person({ role, eventId: 'here' }), verb, resource)
        expect(bound, `${role} ${verb} ${resource}`).toBe(can(person(), verb, resource))
      }
})

test('only chairs, schedulers and administrators learn who speaks', () => {
  const who = ROLES.filter((role) => can(person({ role, eventId: 'here' }), 'get', 'proposals/identity', here))
  expect(who).toEqual(['chair', 'scheduler', 'admin'])
})

test('a service holds only what it is bound to', () => {
  const service = (role: Role): Actor => ({ kind: 'service', id: 's', name: 's', bindings: [{ role, eventId: null }] })
  expect(can(service('reviewer'), 'create', 'proposals/own')).toBe(false)
  expect(can(service('speaker'), 'create', 'proposals/own')).toBe(true)
})

test('scopeOf lists exactly the events in which can() says yes', () => {
  const binding = fc.record({ role: fc.constantFrom(...ROLES), eventId: fc.constantFrom('a', 'b', 'c', null) })
  fc.assert(
    fc.property(
      fc.array(binding),
      fc.constantFrom(...VERBS),
      fc.constantFrom(...RESOURCES),
      (bindings, verb, resource) => {
        const scope = scopeOf(person(...bindings), verb, resource)
        for (const eventId of ['a', 'b', 'c'])
          expect(scope.everywhere || scope.eventIds.includes(eventId)).toBe(
            can(person(...bindings), verb, resource, { eventId }),
          )
        if (isEmptyScope(scope)) expect(can(person(...bindings), verb, resource)).toBe(false)
      },
    ),
  )
})

test('whoever is in no event and holds no role gets into no row that asks for one', () => {
  const rows = Object.entries({ ...PAGES, ...ACTIONS, ...ENDPOINTS }).filter(([, need]) => need !== 'open')
  for (const [name, need] of rows) expect(refuse(need, { kind: 'visitor' }, 'here', false), name).not.toBeNull()
})

test('the desk opens to who sits at any event’s desk, and to nobody else', () => {
  const enters = (actor: Actor) => refuse(PAGES['/admin'], actor, null, false)
  for (const role of ['reviewer', 'chair', 'scheduler'] as const)
    expect(enters(person({ role, eventId: 'there' }))).toBeNull()
  expect(enters(person())).toBe('forbidden')
  expect(enters(person({ role: 'speaker', eventId: 'there' }))).toBe('forbidden')
  expect(enters({ kind: 'visitor' })).toBe('unauthenticated')
})
