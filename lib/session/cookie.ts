import { env } from '@/lib/env'

export const SESSION_DAYS = 30

/** The cookie of a session, named and bound as next-auth does it: `__Secure-` over https. */
export function sessionCookie() {
  const secure = env().appUrl.startsWith('https://')
  return {
    name: `${secure ? '__Secure-' : ''}next-auth.session-token`,
    options: { httpOnly: true, sameSite: 'lax' as const, path: '/', secure },
  }
}

export function sessionExpiry(now: Date): Date {
  return new Date(now.getTime() + SESSION_DAYS * 24 * 60 * 60_000)
}
