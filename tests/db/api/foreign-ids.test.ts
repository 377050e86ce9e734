import { expect, test } from 'vitest'
import { ENDPOINTS, type EndpointName } from '@/features/access/table'
import { aToken, call } from '../../api'
import { expectNothingTold } from '../../foreign/compare'
import { ENDPOINT_CALLS } from '../../foreign/endpoints'
import { changed, fingerprint } from '../../foreign/fingerprint'
import { twoEvents } from '../../foreign/two-events'
import type { Ids } from '../../foreign/world'

for (const name of Object.keys(ENDPOINTS) as EndpointName[])
  test(`${name} does with the ids of another event what it does with those of none: nothing, and says the same`, async () => {
    const { home, away, me } = await twoEvents()
    const token = await aToken(me)
    const { code, query, body, version, waits } = ENDPOINT_CALLS[name]
    const make = (ids: Ids) => ({
      address: name.replace('{event}', name.includes('{event}') ? ids.slug : '').replace('{code}', code?.(ids) ?? ''),
      query: query?.(ids) ?? '',
      body: body?.(ids),
    })
    const say = async (ids: Ids) => {
      const asked = make(ids)
      const headers = version === undefined ? {} : { headers: { 'if-match': `"${version}"` } }
      const { status, text } = await call(asked.address + asked.query, { token, body: asked.body, ...headers })
      expect(status, text).toBeLessThan(500)
      return `${status} ${text}`
    }
    await expectNothingTold({ home, away, make, say })
    if (waits) return
    const before = await fingerprint()
    const said = await say(home)
    expect(said).toMatch(/^2/)
    expect(changed(before, await fingerprint()).length > 0, `with its own ids it says ${said}`).toBe(
      !name.startsWith('GET'),
    )
  })
