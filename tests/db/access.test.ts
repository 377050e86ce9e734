import { expect, test } from 'vitest'
import { enter, getPersonActor } from '@/features/access/queries'
import { can } from '@/features/access/rules'
import { ROLES } from '@/features/access/schema'
import { ACTIONS, ENDPOINTS, type Need, PAGES, type Permission } from '@/features/access/table'
import { db } from '@/lib/db'
import { anEvent, aPerson } from '../factories'

const ROWS: [string, Need][] = Object.entries({ ...PAGES, ...ACTIONS, ...ENDPOINTS })
const asksForEvent = (need: Need) => typeof need === 'object' && JSON.stringify(need).includes('"inEvent":true')

/** What the roles' grants say of a row, asked apart from the gate. */
function isGranted(need: Need, actor: Parameters<typeof can>[0], eventId: string): boolean {
  if (typeof need === 'string') return true
  const permissions: readonly Permission[] = 'verb' in need ? [need] : Array.isArray(need) ? need : []
  return permissions.some(({ verb, resource, inEvent, somewhere }) =>
    can(actor, verb, resource, inEvent || somewhere ? { eventId } : 'everywhere'),
  )
}

for (const role of ROLES)
  test(`${role} in one event gets through exactly the rows that are granted, in that event and not beside it`, async () => {
    const [here, there] = [await anEvent(), await anEvent()]
    const { id } = await aPerson({ roles: [role], eventId: here.id })
    const actor = await getPersonActor(id)
    if (!actor) throw new Error('The person is not there.')
    for (const [name, need] of ROWS)
      for (const event of asksForEvent(need) ? [here, there] : [null]) {
        const entry = await enter(need, actor, event?.slug ?? null)
        expect(entry.ok, `${role}: ${name}`).toBe(isGranted(need, actor, (event ?? here).id))
        if (entry.ok) expect(entry.event?.id).toBe(event?.id)
      }
  })

test('a role that a team holds is held by its members, and ends with their membership', async () => {
  const event = await anEvent()
  const { id } = await aPerson()
  const team = await db.team.create({
    data: {
      slug: 'programme',
      name: 'Programme',
      members: { create: { personId: id } },
      bindings: { create: { role: 'chair', eventId: event.id } },
    },
  })
  const mayDecide = async () =>
    (await enter(ACTIONS.decideProposals, (await getPersonActor(id)) ?? { kind: 'visitor' }, event.slug)).ok
  expect(await mayDecide()).toBe(true)
  await db.teamMember.deleteMany({ where: { teamId: team.id } })
  expect(await mayDecide()).toBe(false)
})
