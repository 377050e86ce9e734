import { expect } from 'vitest'
import { tables } from '../tables'
import { neverWas } from './never-was'

interface Asked<Ids extends Record<string, string>> {
  home: Ids
  away: Ids
  /** Reads its ids off what it is given: whichever it reads are put in question, one after another. */
  make: (ids: Ids) => unknown
  say: (ids: Ids) => Promise<string>
  /** Everybody may ask it of every event. */
  anybodys?: boolean
  /** Refused for this, one's own text is kept all the same. */
  keepsText?: keyof Ids | undefined
}

/**
 * Asks with each id of another event in turn, and with one that nothing has: nothing changes, and the words are the same.
 * Answers with what the tables hold at the end.
 */
export async function expectNothingTold<Ids extends Record<string, string>>(
  asked: Asked<Ids>,
): Promise<Record<string, string>> {
  const { home, away, make, say, anybodys = false, keepsText } = asked
  const never = neverWas(home)
  const used = new Set<keyof Ids & string>()
  const watched = new Proxy(home, {
    get: (ids, key) => {
      if (typeof key === 'string' && key in ids) used.add(key)
      return Reflect.get(ids, key)
    },
  })
  make(watched)
  const masked = (text: string) =>
    [...used].reduce((said, key) => said.replaceAll(away[key] ?? '', key).replaceAll(never[key] ?? '', key), text)
  let before = await tables()
  for (const key of used) {
    const foreign = masked(await say({ ...home, [key]: away[key] }))
    const none = masked(await say({ ...home, [key]: never[key] }))
    if (anybodys) continue
    const after = await tables()
    if (key !== keepsText) expect(after, `changed by ${key}, which says ${foreign} and ${none}`).toEqual(before)
    before = after
    // That there is another event is no secret; what is in it is.
    if (key !== 'slug') expect(foreign, key).toBe(none)
  }
  return before
}
