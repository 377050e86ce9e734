import { audit } from '@/lib/audit'
import { type Tx, transaction } from '@/lib/db'
import { env } from '@/lib/env'
import { outbox } from '@/lib/outbox'
import { withinLimit } from '@/lib/rate-limit'
import { adapter } from '@/lib/session/adapter'
import { sessionExpiry } from '@/lib/session/cookie'
import { hashToken, randomToken } from '@/lib/tokens'
import { signInMail } from '../emails'
import { LINK_MINUTES } from '../schema'

const PER_ADDRESS = { tries: 5, minutes: 15 }
/** A conference hall is one network. */
const PER_NETWORK = { tries: 100, minutes: 15 }

interface LinkRequest {
  email: string
  /** A path of this site to go to afterwards. */
  next: string
  network: string
}

/**
 * Mails a sign-in link. One transaction: the tries are counted, the token and its mail are written together. The answer
 * says nothing of whether the address is known: a new person is made only when the link is used.
 */
export function requestLink({ email, next, network }: LinkRequest, now = new Date()) {
  return transaction(async (tx) => {
    const isCalm = [
      await withinLimit(tx, `sign-in:to:${email}`, PER_ADDRESS, now),
      await withinLimit(tx, `sign-in:from:${network}`, PER_NETWORK, now),
    ]
    if (isCalm.includes(false)) return { ok: false as const, reason: 'too-many' as const }
    const url = await createLink(tx, email, next, now)
    const { subject, text } = signInMail({ url, host: new URL(env().appUrl).host, minutes: LINK_MINUTES })
    await outbox.enqueue(tx, [{ kind: 'sign-in', to: email, subject, text, secret: true }])
    return { ok: true as const }
  })
}

/** A link that signs its holder in as whoever has this address. */
export async function createLink(tx: Tx, email: string, next: string, now: Date): Promise<string> {
  const token = randomToken()
  const expires = new Date(now.getTime() + LINK_MINUTES * 60_000)
  await adapter(tx).createVerificationToken({ identifier: email, token, expires })
  return `${env().appUrl}/sign-in/confirm?${new URLSearchParams({ token, next })}`
}

/**
 * Signs in by a mailed link: the token goes, the person comes if new, the session begins, the one before it ends. Of
 * two that press at once, one is signed in. At its last moment the link is too old.
 */
export function confirmLink(token: string, sessionBefore: string | null, now = new Date()) {
  return transaction(async (tx) => {
    const { getUserByEmail, createUser, updateUser, useVerificationToken } = adapter(tx)
    const link = await tx.verificationToken.findUnique({ where: { tokenHash: hashToken(token) } })
    const used = link && (await useVerificationToken({ identifier: link.identifier, token }))
    if (!used) return { ok: false as const, reason: 'unknown' as const }
    if (used.expires <= now) return { ok: false as const, reason: 'expired' as const }
    const known = await getUserByEmail(used.identifier)
    const { id } = known
      ? await updateUser({ id: known.id, emailVerified: now })
      : await createUser({ email: used.identifier, emailVerified: now })
    return { ok: true as const, sessionToken: await beginSession(tx, id, sessionBefore, now) }
  })
}

/** Begins a session of a person whom something else has identified (the buttons of the demo). */
export function signInAs(personId: string, sessionBefore: string | null, now = new Date()): Promise<string> {
  return transaction((tx) => beginSession(tx, personId, sessionBefore, now))
}

/** Ends the session on the server; whoever has kept the cookie holds nothing. */
export function endSession(sessionToken: string): Promise<void> {
  return transaction(async (tx) => {
    const found = await adapter(tx).getSessionAndUser(sessionToken)
    if (!found) return
    await adapter(tx).deleteSession(sessionToken)
    const actor = { kind: 'person' as const, id: found.user.id }
    await audit.record(tx, { actor, verb: 'delete', resource: 'session', resourceId: found.user.id })
  })
}

async function beginSession(tx: Tx, userId: string, sessionBefore: string | null, now: Date): Promise<string> {
  const sessionToken = randomToken()
  if (sessionBefore) await adapter(tx).deleteSession(sessionBefore)
  await adapter(tx).createSession({ sessionToken, userId, expires: sessionExpiry(now) })
  const actor = { kind: 'person' as const, id: userId }
  await audit.record(tx, { actor, verb: 'create', resource: 'session', resourceId: userId })
  return sessionToken
}
