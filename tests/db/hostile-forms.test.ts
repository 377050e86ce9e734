import { expect, test } from 'vitest'
import { ACTIONS, type ActionName } from '@/features/access/table'
import { db } from '@/lib/db'
import { aPerson } from '../factories'
import { ACTION_CALLS } from '../foreign/actions'
import { HANDLERS } from '../foreign/handlers'
import { aBrowserOf, answerOf } from '../foreign/request'
import { anEventWithAll } from '../foreign/world'
import { expectKeptAsCleaned, HOSTILE, NO_DATES, NO_MOMENTS, TWICE, UNSEEN, UNSTORABLE } from '../hostile'
import { tables } from '../tables'

/** The fields that say what else is meant: which one, and which version of it. */
const BESIDE = ['version', 'key', 'intent', 'id']
const isDay = (name: string, value: string) => /^\d{4}-\d\d-\d\d$/.test(value) || /On$|^day$|^until$/.test(name)
const isMoment = (name: string, value: string) => /^\d{4}-\d\d-\d\dT/.test(value) || /At$|^at$|^(from|to)-\d/.test(name)

async function aHost() {
  const host = await aPerson({ name: 'Host' })
  const home = await anEventWithAll('home', host)
  for (const role of ['chair', 'reviewer', 'scheduler'] as const)
    await db.roleBinding.create({ data: { role, personId: host.id, eventId: home.eventId } })
  for (const role of ['admin', 'editor', 'ambassador_manager'] as const)
    await db.roleBinding.create({ data: { role, personId: host.id } })
  return { home, cookie: await aBrowserOf(host) }
}

for (const name of Object.keys(ACTIONS) as ActionName[])
  test(`${name} refuses what it is sent with a sentence, or keeps it as it is cleaned`, async () => {
    const { home, cookie } = await aHost()
    const { args } = ACTION_CALLS[name]
    const handler = HANDLERS[name]
    if (typeof handler !== 'function') throw new Error('There is no such action')
    const say = (change: (arg: unknown, place: number) => unknown) =>
      answerOf(cookie, () => handler(...args(home).map(change)))
    const sent = args(home)
    const form = sent.find((arg) => arg instanceof FormData)

    const before = await tables()
    // What is no name of anything only says where to go from there.
    for (const [place, arg] of sent.entries())
      if (typeof arg === 'string' && Object.values(home).includes(arg))
        for (const text of [UNSTORABLE[1] ?? '', HOSTILE]) await say((one, at) => (at === place ? text : one))
    if (!ACTION_CALLS[name].anybodys) expect(await tables()).toEqual(before)

    for (const [field, value] of form instanceof FormData ? [...form] : []) {
      if (typeof value !== 'string') continue
      const typing = (text: string) =>
        say((arg) => {
          if (!(arg instanceof FormData)) return arg
          const typed = new FormData()
          for (const [key, old] of arg) typed.append(key, key === field ? text : old)
          return typed
        })
      if (field === 'version') for (const text of ['99999999999', '-1', '1e400', 'x']) await typing(text)
      if (BESIDE.includes(field)) continue
      const wrong = isMoment(field, value) ? NO_MOMENTS : isDay(field, value) ? NO_DATES : []
      const state = await tables()
      for (const text of wrong) {
        const said = await typing(text)
        expect(said.includes('"errors":{}'), `${field} = ${text}: ${said}`).toBe(false)
      }
      if (wrong.length > 0) expect(await tables(), field).toEqual(state)
      if (isMoment(field, value)) await typing(TWICE)
      for (const text of [UNSEEN, `${UNSTORABLE[0]}${HOSTILE}`]) await typing(text)
    }
    await expectKeptAsCleaned(name)
  })
