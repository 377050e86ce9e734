import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { hashToken } from '@/lib/tokens'
import { subscriptionOf } from './rules'
import { Locale } from './schema'

/** Whose subscription a link would confirm, and in which language; null where it has run out. */
export async function getRequest(token: string, now: Date): Promise<{ email: string; locale: Locale } | null> {
  const request = await db.subscriptionRequest.findUnique({ where: { tokenHash: hashToken(token) } })
  return request && request.expires > now ? { email: request.email, locale: Locale.parse(request.locale) } : null
}

/** The subscription that a token would end, or null where there is none. */
export async function getSubscription(token: string): Promise<{ locale: Locale } | null> {
  const id = subscriptionOf(token, env().NEXTAUTH_SECRET ?? '')
  const row = id && (await db.subscription.findUnique({ where: { id }, select: { locale: true } }))
  return row ? { locale: Locale.parse(row.locale) } : null
}
