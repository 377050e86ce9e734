import { db } from '@/lib/db'

const DAY = 24 * 60 * 60_000

/** Forgets what has run out: sessions, links, yesterday's counts of tries and the API's answers to repeated requests. */
export async function forgetExpired(now = new Date()): Promise<void> {
  await db.session.deleteMany({ where: { expires: { lt: now } } })
  await db.verificationToken.deleteMany({ where: { expires: { lt: new Date(now.getTime() - DAY) } } })
  await db.rateWindow.deleteMany({ where: { startsAt: { lt: new Date(now.getTime() - DAY) } } })
  await db.idempotentAnswer.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - DAY) } } })
}
