import type { Tx } from './db'

interface Limit {
  tries: number
  minutes: number
}

/**
 * Counts one try and says whether it is within the limit. Windows start at full multiples of their length; a refused
 * try counts too. Callers let the transaction commit, also where they refuse.
 */
export async function withinLimit(tx: Tx, key: string, { tries, minutes }: Limit, now: Date): Promise<boolean> {
  const length = minutes * 60_000
  const startsAt = new Date(Math.floor(now.getTime() / length) * length)
  const { count } = await tx.rateWindow.upsert({
    where: { key_startsAt: { key, startsAt } },
    create: { key, startsAt, count: 1 },
    update: { count: { increment: 1 } },
  })
  return count <= tries
}

/** Questions to the search in a minute, from one network: a conference hall is one, and typing asks several times. */
export const QUESTIONS = { tries: 1_200, minutes: 1 }

/** Counts a question of nobody in particular, on a page or in the API. How many seconds to wait, or 0. */
export async function countQuestion(tx: Tx, network: string, now: Date): Promise<number> {
  return (await withinLimit(tx, `search:${network}`, QUESTIONS, now)) ? 0 : 60 - now.getUTCSeconds()
}

/** The network that a request came from, as our own server saw it: an IPv6 customer holds a whole /64. */
export function networkOf(forwardedFor: string | null): string {
  const address = forwardedFor?.split(',').at(-1)?.trim() ?? ''
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped) return mapped
  if (!address.includes(':')) return address.slice(0, 64)
  const [head = '', tail] = address.toLowerCase().split('::')
  const left = head.split(':').filter(Boolean)
  const right = tail?.split(':').filter(Boolean) ?? []
  const groups = [...left, ...Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0'), ...right]
  return `${groups.slice(0, 4).join(':')}::/64`.slice(0, 64)
}
