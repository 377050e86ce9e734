import { expect, test } from 'vitest'
import { ACTIONS, type ActionName } from '@/features/access/table'
import { ACTION_CALLS } from '../foreign/actions'
import { expectNothingTold } from '../foreign/compare'
import { HANDLERS } from '../foreign/handlers'
import { answerOf } from '../foreign/request'
import { twoEvents } from '../foreign/two-events'
import type { Ids } from '../foreign/world'
import { kept } from '../kept'
import { tables } from '../tables'

test('every action has its call', () => {
  expect(Object.keys(HANDLERS).sort()).toEqual(Object.keys(ACTIONS).sort())
})

const world = kept(twoEvents)

for (const name of Object.keys(ACTIONS) as ActionName[])
  test(`${name} does with the ids of another event what it does with those of none: nothing, and says the same`, async () => {
    const handler = HANDLERS[name]
    if (typeof handler !== 'function') throw new Error('There is no such action')
    const { args, global, reads, anybodys = false, keepsText } = ACTION_CALLS[name]
    const { home, away, cookie } = await world()
    const say = (ids: Ids) => answerOf(cookie, () => handler(...args(ids)))
    const before = await expectNothingTold({ home, away, make: args, say, anybodys, keepsText })
    if (global) return
    const said = await say(home)
    expect(JSON.stringify(before) !== JSON.stringify(await tables()), `with its own ids it says ${said}`).toBe(!reads)
  })
