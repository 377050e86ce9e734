import { createHash } from 'node:crypto'
import { cookies } from 'next/headers'
import { NextRequest, NextResponse } from 'next/server'
import type { Session } from 'next-auth'
import NextAuth, { getServerSession } from 'next-auth/next'
import { cache } from 'react'
import { env } from './env'
import { secret } from './secret'
import { sessionCookie, sessionExpiry } from './session/cookie'
import { linkCookie } from './session/link'
import { authOptions } from './session/options'
import { randomToken } from './tokens'

type PersonSession = Session & { personId: string }

/** The session of this request, read once however often it is asked for; null for a visitor. */
export const getSession = cache(async (): Promise<PersonSession | null> => {
  if (!(await getSessionToken())) return null
  return getServerSession<ReturnType<typeof authOptions>, PersonSession>(authOptions())
})

/** The signed-in person's id, or null. */
export async function getSessionPersonId(): Promise<string | null> {
  return (await getSession())?.personId ?? null
}

/** The token that the browser holds, whether or not there is a session behind it. */
export async function getSessionToken(): Promise<string | null> {
  return (await cookies()).get(sessionCookie().name)?.value ?? null
}

/** Gives the browser its session, or prolongs it. Only in actions and route handlers. */
export async function setSessionCookie(token: string, now: Date): Promise<void> {
  const { name, options } = sessionCookie()
  const jar = await cookies()
  jar.set(name, token, { ...options, expires: sessionExpiry(now) })
}

export async function clearSessionCookie(): Promise<void> {
  const { name, options } = sessionCookie()
  const jar = await cookies()
  jar.set(name, '', { ...options, maxAge: 0 })
}

/** The handler of /api/auth. */
export function authHandler(request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }) {
  return NextAuth(request, context, authOptions())
}

/**
 * Starts a sign-in at a provider and answers with the address to go to, or null where there is no such provider. The
 * form of next-auth wants a token that only a script could fetch; an action of ours has proved where it came from, so
 * it makes that token itself.
 */
export async function startProvider(provider: string, next: string, linkTo: string | null): Promise<string | null> {
  const jar = await cookies()
  const link = linkCookie()
  if (linkTo) jar.set(link.name, link.value(provider, linkTo), link.options)
  else jar.delete(link.name)
  const csrfToken = randomToken()
  const secure = env().appUrl.startsWith('https://')
  const csrf = `${csrfToken}|${createHash('sha256')
    .update(csrfToken + secret())
    .digest('hex')}`
  jar.set(`${secure ? '__Host-' : ''}next-auth.csrf-token`, csrf, sessionCookie().options)
  const request = new NextRequest(`${env().appUrl}/api/auth/signin/${provider}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrfToken, callbackUrl: next }).toString(),
  })
  const answer: Response = await authHandler(request, { params: Promise.resolve({ nextauth: ['signin', provider] }) })
  for (const cookie of new NextResponse(null, { headers: answer.headers }).cookies.getAll()) jar.set(cookie)
  return answer.headers.get('location')
}
