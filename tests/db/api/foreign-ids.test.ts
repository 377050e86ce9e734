import { expect, test } from 'vitest'
import { ENDPOINTS, type EndpointName } from '@/features/access/table'
import { call } from '@/tests/api'
import { REQUESTS } from '@/tests/api-requests'
import { addressOf } from '@/tests/api-sent'
import { aWorld, type World } from '@/tests/api-world'
import { expectNothingTold } from '@/tests/foreign/compare'

/** What in it has a name: ids, codes, slugs, addresses. */
function idsOf(world: World): Record<string, string> {
  return Object.fromEntries(
    Object.entries(world).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

const names = (Object.keys(ENDPOINTS) as EndpointName[]).filter((name) => name !== 'POST /invitations/answer')

test('every endpoint does with each id of another event what it does with one of nothing: nothing, and says the same', async () => {
  const [here, there] = [await aWorld(), await aWorld()]
  const { slug: _, ...home } = idsOf(here)
  for (const name of names) {
    // Read one by one, so that it is seen which of them a request holds.
    const ask = (ids: Record<string, string>) =>
      REQUESTS[name](new Proxy(here, { get: (world, key) => Reflect.get(key in home ? ids : world, key) }))
    const say = async (ids: Record<string, string>) => {
      const { as, ...sent } = ask(ids)
      const token = as === 'nobody' ? {} : { token: here.tokens[as] }
      const body = sent.body === undefined ? {} : { body: sent.body }
      const headers = { 'if-match': '"1"' }
      const { status, text } = await call(addressOf(name, { as, ...sent }, here.slug), { ...token, ...body, headers })
      expect(status, text).toBeLessThan(500)
      return `${name}: ${status} ${text}`
    }
    await expectNothingTold({ home, away: idsOf(there), make: ask, say })
  }
}, 240_000)
