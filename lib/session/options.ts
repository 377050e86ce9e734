import { cookies } from 'next/headers'
import type { AuthOptions, Session } from 'next-auth'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { safePath } from '@/lib/safe-path'
import { secret } from '@/lib/secret'
import { hashToken, randomToken } from '@/lib/tokens'
import { adapter } from './adapter'
import { SESSION_DAYS, sessionCookie } from './cookie'
import { linkCookie } from './link'
import { oauthProviders } from './providers'

/**
 * next-auth as we use it: it speaks with the providers and keeps the cookie; links by mail are a command of ours over
 * the same adapter. Its address is always set, so that no header of a request can choose it.
 */
export function authOptions(): AuthOptions {
  process.env.NEXTAUTH_URL = env().appUrl
  return {
    adapter: adapter(db),
    providers: oauthProviders(),
    secret: secret(),
    session: { strategy: 'database', maxAge: SESSION_DAYS * 24 * 60 * 60, generateSessionToken: randomToken },
    cookies: { sessionToken: sessionCookie() },
    pages: { signIn: '/sign-in', signOut: '/sign-out', error: '/sign-in', verifyRequest: '/sign-in/sent' },
    logger: { error: report, warn: () => {}, debug: () => {} },
    callbacks: {
      redirect: ({ url, baseUrl }) => baseUrl + safePath(url.startsWith(baseUrl) ? url.slice(baseUrl.length) : url),
      session: ({ session, user }): Session & { personId: string } => ({ ...session, personId: user.id }),
      async signIn({ account, profile }) {
        if (!account || !isVerified(profile)) return '/sign-in?error=EmailNotVerified'
        return (await mayBecome(account)) || `/sign-in/link?provider=${account.provider}`
      },
    },
  }
}

/** Only an address that the provider has seen proved may stand for somebody. */
function isVerified(profile: object | undefined): boolean {
  return profile !== undefined && 'email_verified' in profile && profile.email_verified === true
}

/**
 * next-auth links a new provider to whoever is signed in without a word. Here that needs a consent, which the page
 * /sign-in/link keeps in a cookie: for this provider and this person.
 */
async function mayBecome({ provider, providerAccountId }: { provider: string; providerAccountId: string }) {
  const jar = await cookies()
  const token = jar.get(sessionCookie().name)?.value
  const session =
    token && (await db.session.findUnique({ where: { tokenHash: hashToken(token), expires: { gt: new Date() } } }))
  if (!session) return true
  const known = await db.account.findUnique({ where: { provider_providerAccountId: { provider, providerAccountId } } })
  return known !== null || jar.get(linkCookie().name)?.value === linkCookie().value(provider, session.personId)
}

/** One line, without the answer of the provider: it may hold tokens. */
function report(code: string, metadata: unknown) {
  const error = metadata instanceof Error ? metadata : Object(metadata).error
  console.error(`sign-in: ${code}: ${error instanceof Error ? error.message : 'no reason was given'}`)
}
