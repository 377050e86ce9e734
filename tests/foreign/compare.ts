import { expect } from 'vitest'
import { changed, fingerprint } from './fingerprint'
import { neverWas } from './two-events'
import type { IdName, Ids } from './world'

interface Asked {
  home: Ids
  away: Ids
  /** Reads its ids off what it is given: whichever it reads are put in question, one after another. */
  make: (ids: Ids) => unknown
  say: (ids: Ids) => Promise<string>
  /** Everybody may ask it of every event. */
  anybodys?: boolean
  /** Refused for this, one's own text is kept all the same. */
  keepsText?: IdName | undefined
}

/** Asks with each id of another event in turn, and with one that nothing has: nothing changes, and the words are the same. */
export async function expectNothingTold({ home, away, make, say, anybodys = false, keepsText }: Asked): Promise<void> {
  const never = neverWas(home)
  const used = new Set<IdName>()
  const watched = new Proxy(home, {
    get: (ids, key: IdName) => {
      used.add(key)
      return ids[key]
    },
  })
  make(watched)
  const masked = (text: string) =>
    [...used].reduce((said, key) => said.replaceAll(away[key], key).replaceAll(never[key], key), text)
  for (const key of used) {
    const before = await fingerprint()
    const foreign = masked(await say({ ...home, [key]: away[key] }))
    const none = masked(await say({ ...home, [key]: never[key] }))
    if (anybodys) continue
    if (key !== keepsText)
      expect(changed(before, await fingerprint()), `changed by ${key}, which says ${foreign} and ${none}`).toEqual([])
    // That there is another event is no secret; what is in it is.
    if (key !== 'slug') expect(foreign, key).toBe(none)
  }
}
