import { env } from '@/lib/env'

/** The consent to add a provider to the account that is signed in: lives as long as a sign-in there may take. */
export function linkCookie() {
  const secure = env().appUrl.startsWith('https://')
  return {
    name: `${secure ? '__Host-' : ''}lectern-link`,
    value: (provider: string, personId: string) => `${provider}.${personId}`,
    options: { httpOnly: true, sameSite: 'lax' as const, path: '/', secure, maxAge: 15 * 60 },
  }
}
