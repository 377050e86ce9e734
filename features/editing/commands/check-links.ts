import { addDays, addMinutes } from 'date-fns'
import type { Person } from '@/features/access/schema'
import { audit } from '@/lib/audit'
import { db, type Tx, transaction } from '@/lib/db'
import { jobs } from '@/lib/jobs'
import { type AskOptions, askOutside } from '@/lib/outside'
import { listOutsideAddresses } from '../queries/links'

/** How old an answer may get. */
const DAYS = 7
const AT_ONCE = 8
/** Longer than asking for one address can take: a host that is held longer was left by a process that died. */
const HELD_MINUTES = 5

type Check = Omit<AskOptions, 'signal'> & {
  /** Only what an editor has asked for. */
  onlyRequested: boolean
  now?: () => Date
}

/**
 * Asks for every address elsewhere that published texts lead to and that nobody has asked for within a week, or since an
 * editor wanted it; never two of one host at once, however many processes do this. Answers with how many are left when
 * `signal` ends it, which a job of their own then goes on with.
 */
export async function checkLinks(
  signal: AbortSignal,
  { onlyRequested, now = () => new Date(), ...options }: Check,
): Promise<number> {
  await transaction((tx) => bringUpToDate(tx, now()))
  while (!signal.aborted) {
    const urls = await transaction((tx) => claim(tx, onlyRequested, now()))
    if (urls.length === 0) break
    await Promise.all(urls.map((url) => checkOne(url, signal, options, now)))
  }
  if (!signal.aborted) return 0
  const left = await countDue(onlyRequested, now())
  if (left > 0) await transaction((tx) => jobs.send(tx, 'links'))
  return left
}

/** Has every address asked for anew, as soon as a process comes to it. One transaction: the wish, its audit, its job. */
export function requestLinkCheck(actor: Person, now: Date): Promise<number> {
  return transaction(async (tx) => {
    await bringUpToDate(tx, now)
    const { count } = await tx.linkCheck.updateMany({ data: { requestedAt: now } })
    await audit.record(tx, { actor, verb: 'update', resource: 'link-checks', resourceId: 'all', detail: { count } })
    await jobs.send(tx, 'links')
    return count
  })
}

const lock = (tx: Tx) => tx.$executeRaw`select pg_advisory_xact_lock(hashtext('link_check'))`

/** New addresses come in, those that no text leads to any more go. */
async function bringUpToDate(tx: Tx, now: Date): Promise<void> {
  await lock(tx)
  const urls = await listOutsideAddresses(tx, now)
  await tx.$executeRaw`delete from link_check where not (url = any(${urls}))`
  await tx.linkCheck.createMany({
    data: urls.map((url) => ({ url, host: new URL(url).hostname })),
    skipDuplicates: true,
  })
}

/** Takes one address of each host that nobody is asking, the longest waiting first. */
async function claim(tx: Tx, onlyRequested: boolean, now: Date): Promise<string[]> {
  await lock(tx)
  const rows = await tx.$queryRaw<{ url: string }[]>`
    update link_check set claimed_at = ${now} where url in (
      select url from (
        select distinct on (host) url, checked_at from link_check
        where (requested_at > coalesce(checked_at, '-infinity')
            or not ${onlyRequested} and (checked_at is null or checked_at < ${addDays(now, -DAYS)}))
          and host not in (select host from link_check where claimed_at > ${addMinutes(now, -HELD_MINUTES)})
        order by host, checked_at nulls first, url
      ) as next order by checked_at nulls first, url limit ${AT_ONCE}
    ) returning url`
  return rows.map(({ url }) => url)
}

async function checkOne(url: string, signal: AbortSignal, options: Omit<AskOptions, 'signal'>, now: () => Date) {
  const begun = now()
  const result = await askOutside(url, { ...options, signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error
    return null
  })
  const found = result && {
    checkedAt: begun,
    status: 'status' in result ? result.status : null,
    problem: 'problem' in result ? result.problem : null,
  }
  await db.linkCheck.updateMany({ where: { url }, data: { ...found, claimedAt: null } })
}

async function countDue(onlyRequested: boolean, now: Date): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int from link_check where requested_at > coalesce(checked_at, '-infinity')
      or not ${onlyRequested} and (checked_at is null or checked_at < ${addDays(now, -DAYS)})`
  return row?.count ?? 0
}
