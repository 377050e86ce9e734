import { z } from 'zod'
import { listChangesBetween } from '@/features/changes/queries/list'
import { Change } from '@/features/changes/schema'
import { getSite } from '@/features/content/queries/site'
import { db, type Tx, transaction } from '@/lib/db'
import { env } from '@/lib/env'
import { type Message, outbox } from '@/lib/outbox'
import { digestMail } from '../emails'
import { dueWeek, unsubscribeToken, type Week } from '../rules'
import { LOCALES, type Locale } from '../schema'
import { siteNameIn } from './subscribe'

const BATCH = 200
const DAY = 86_400_000
/** What is recorded late is told late, but never what lies further back: an import of old moves is no news. */
const LOOK_BACK_DAYS = 30

const Told = z.record(z.enum(LOCALES), z.array(Change))
type Told = z.infer<typeof Told>

interface Subscriber {
  id: string
  email: string
  locale: Locale
  topics: string[]
}

/**
 * Puts the digest of every week that is due into the outbox, once for each subscriber and week. Batches are
 * transactions that write the mail and note its reader together, so that it can be cut short anywhere, and run beside
 * itself: nobody gets a week twice and nobody is left out.
 */
export async function sendDigests(signal: AbortSignal, now = new Date()): Promise<void> {
  await freeze(dueWeek(now, getSite().timeZone))
  const open = await db.digest.findMany({ where: { finishedAt: null }, orderBy: { week: 'asc' } })
  for (const { week, endsAt, changes } of open) {
    const told = Told.parse(changes)
    while (!signal.aborted && (await sendBatch(week, endsAt, told)) > 0);
    // Somebody else is still at this week: the next waits, so that each reader gets them in order.
    if (!(await finish(week, endsAt, now))) return
  }
}

/** What the digest of this week would tell now, in each language, whether it has been sent or not. */
export async function previewDigest(now = new Date()): Promise<{ week: string; told: Told }> {
  const week = dueWeek(now, getSite().timeZone)
  const made = await db.digest.findUnique({ where: { week: new Date(week.week) } })
  return { week: week.week, told: made ? Told.parse(made.changes) : await changesFor(db, week) }
}

/** Decides once what a week tells: what was said in an earlier week is not said again. */
function freeze(week: Week): Promise<void> {
  return transaction(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('digest'))`
    const day = new Date(week.week)
    if ((await tx.digest.count({ where: { week: { gte: day } } })) > 0) return
    await tx.digest.create({ data: { week: day, endsAt: week.endsAt, changes: await changesFor(tx, week) } })
  })
}

async function changesFor(tx: Pick<Tx, 'digest'>, { startsAt, endsAt }: Week): Promise<Told> {
  const since = new Date(endsAt.getTime() - 3 * LOOK_BACK_DAYS * DAY)
  const earlier = await tx.digest.findMany({ where: { endsAt: { gte: since, lt: endsAt } }, select: { changes: true } })
  const from = earlier.length > 0 ? new Date(endsAt.getTime() - LOOK_BACK_DAYS * DAY) : startsAt
  const known = new Set(earlier.flatMap(({ changes }) => Object.values(Told.parse(changes)).flat()).map(({ id }) => id))
  const told: Told = { en: [], zh: [] }
  for (const locale of LOCALES) {
    told[locale] = (await listChangesBetween(locale, from, endsAt)).filter(({ id }) => !known.has(id))
  }
  return told
}

/** Mails the next subscribers of a week; answers how many were dealt with. */
function sendBatch(week: Date, endsAt: Date, told: Told): Promise<number> {
  return transaction(async (tx) => {
    const some = await tx.$queryRaw<Subscriber[]>`
      select id, email, locale, topics from subscription
      where confirmed_at < ${endsAt} and (last_digest_on is null or last_digest_on < ${week}::date)
      order by id limit ${BATCH} for update skip locked`
    if (some.length === 0) return 0
    const messages = some.flatMap((subscriber) => messageFor(subscriber, week, told) ?? [])
    if (messages.length > 0) await outbox.enqueue(tx, messages)
    const ids = some.map(({ id }) => id)
    await tx.subscription.updateMany({ where: { id: { in: ids } }, data: { lastDigestOn: week } })
    return some.length
  })
}

function messageFor({ id, email, locale, topics }: Subscriber, week: Date, told: Told): Message | null {
  const { appUrl, NEXTAUTH_SECRET = '' } = env()
  const day = week.toISOString().slice(0, 10)
  const unsubscribeUrl = `${appUrl}/unsubscribe/${unsubscribeToken(id, NEXTAUTH_SECRET)}`
  const changes = (told[locale] ?? []).filter(({ kind }) => topics.includes(kind))
  const mail = digestMail({ locale, siteName: siteNameIn(locale), changes, week: day, appUrl, unsubscribeUrl })
  return mail && { kind: 'digest', to: email, ...mail, unsubscribeUrl, dedupeKey: `digest:${day}:${id}` }
}

/** Closes a week when nobody is left, not even somebody whom another worker has in hand. */
async function finish(week: Date, endsAt: Date, now: Date): Promise<boolean> {
  const count = await db.$executeRaw`
    update digest set finished_at = ${now} where week = ${week}::date and not exists (
      select from subscription where confirmed_at < ${endsAt} and (last_digest_on is null or last_digest_on < ${week}::date))`
  return count > 0
}
