import { isVisible } from '@/features/content/queries/visible'
import { db, type Tx } from '@/lib/db'
import { outsideAddress } from '../rules/outside'
import type { LinkResult } from '../schema'

/** What came of asking for these addresses, where somebody has asked. */
export async function listLinkResults(urls: string[]): Promise<ReadonlyMap<string, LinkResult>> {
  if (urls.length === 0) return new Map()
  const rows = await db.linkCheck.findMany({
    where: { url: { in: urls }, checkedAt: { not: null } },
    select: { url: true, status: true, problem: true, checkedAt: true },
  })
  return new Map(rows.flatMap(({ url, checkedAt, ...result }) => (checkedAt ? [[url, { ...result, checkedAt }]] : [])))
}

/** Every address elsewhere to which published texts lead, once. */
export async function listOutsideAddresses(client: Tx, now: Date): Promise<string[]> {
  const texts = await client.document.findMany({ where: isVisible(now), select: { links: true } })
  return [...new Set(texts.flatMap(({ links }) => links.flatMap((link) => outsideAddress(link) ?? [])))]
}

/** How far the checking of addresses elsewhere has come; `lastAt`: when the last of them was asked. */
export async function getLinkProgress(): Promise<{ known: number; waiting: number; lastAt: Date | null }> {
  const [known, [waiting], last] = await Promise.all([
    db.linkCheck.count(),
    db.$queryRaw<{ count: number }[]>`
      select count(*)::int from link_check where requested_at > coalesce(checked_at, '-infinity')`,
    db.linkCheck.aggregate({ _max: { checkedAt: true } }),
  ])
  return { known, waiting: waiting?.count ?? 0, lastAt: last._max.checkedAt }
}
