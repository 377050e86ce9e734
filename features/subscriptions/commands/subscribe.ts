import { getSite } from '@/features/content/queries/site'
import { audit } from '@/lib/audit'
import { transaction } from '@/lib/db'
import { env } from '@/lib/env'
import { outbox } from '@/lib/outbox'
import { withinLimit } from '@/lib/rate-limit'
import { hashToken, randomToken } from '@/lib/tokens'
import { confirmMail } from '../emails'
import { subscriptionOf } from '../rules'
import { CONFIRM_HOURS, type Locale, type NewSubscription } from '../schema'

const PER_ADDRESS = { tries: 5, minutes: 24 * 60 }
/** A conference hall is one network. */
const PER_NETWORK = { tries: 100, minutes: 60 }

/**
 * Mails a link that confirms a subscription. One transaction: the tries are counted, the request and its mail are
 * written together. The answer and the mail are the same whether the address is subscribed already or not.
 */
export function requestSubscription(
  { email, locale, topics }: NewSubscription,
  { network, now = new Date() }: { network: string; now?: Date },
) {
  return transaction(async (tx) => {
    const isCalm = [
      await withinLimit(tx, `subscribe:to:${email}`, PER_ADDRESS, now),
      await withinLimit(tx, `subscribe:from:${network}`, PER_NETWORK, now),
    ]
    if (isCalm.includes(false)) return { ok: false as const, reason: 'too-many' as const }
    const token = randomToken()
    const expires = new Date(now.getTime() + CONFIRM_HOURS * 3_600_000)
    await tx.subscriptionRequest.create({ data: { tokenHash: hashToken(token), email, locale, topics, expires } })
    const url = `${env().appUrl}/subscribe/confirm?${new URLSearchParams({ token })}`
    const mail = confirmMail({ locale, siteName: siteNameIn(locale), url })
    await outbox.enqueue(tx, [{ kind: 'subscribe', to: email, ...mail, secret: true }])
    return { ok: true as const }
  })
}

/**
 * Makes the subscription that a mailed link stands for, or gives an existing one its new language and topics. The
 * link, and every other of this address, is used up.
 */
export function confirmSubscription(token: string, now = new Date()) {
  return transaction(async (tx) => {
    const [request] = await tx.subscriptionRequest.findMany({ where: { tokenHash: hashToken(token) } })
    // Of two that press at once, the one that takes the row away goes on.
    const { count } = await tx.subscriptionRequest.deleteMany({ where: { tokenHash: hashToken(token) } })
    if (!request || count === 0 || request.expires <= now) return { ok: false as const, reason: 'unknown' as const }
    const { email, topics, locale } = request
    const { id } = await tx.subscription.upsert({
      where: { email },
      create: { email, topics, locale, confirmedAt: now },
      update: { topics, locale },
      select: { id: true },
    })
    await tx.subscriptionRequest.deleteMany({ where: { email } })
    await audit.record(tx, { actor: { kind: 'visitor' }, verb: 'create', resource: 'subscription', resourceId: id })
    return { ok: true as const, locale: locale as Locale }
  })
}

/** Ends what a token stands for and forgets the address. Ended already, or never made by us: nothing is left to do. */
export function unsubscribe(token: string): Promise<void> {
  return transaction(async (tx) => {
    const id = subscriptionOf(token, env().NEXTAUTH_SECRET ?? '')
    if (id === null) return
    const gone = await tx.subscription.findUnique({ where: { id }, select: { email: true } })
    if (!gone) return
    await tx.subscription.deleteMany({ where: { id } })
    await tx.subscriptionRequest.deleteMany({ where: { email: gone.email } })
    await audit.record(tx, { actor: { kind: 'visitor' }, verb: 'delete', resource: 'subscription', resourceId: id })
  })
}

/** Requests that nobody confirmed in time are forgotten. */
export function forgetRequests(now = new Date()): Promise<void> {
  return transaction(async (tx) => {
    await tx.subscriptionRequest.deleteMany({ where: { expires: { lt: now } } })
  })
}

export function siteNameIn(locale: Locale): string {
  const { shortName, name } = getSite()
  return shortName[locale] ?? name[locale] ?? name.en ?? ''
}
