import type { OAuthConfig } from 'next-auth/providers/oauth'
import { z } from 'zod'
import { env } from '@/lib/env'

/** What a provider says of somebody, once we have asked it everything. */
const Profile = z.object({
  id: z.string().min(1),
  name: z.string().catch(''),
  email: z.string().catch(''),
  email_verified: z.boolean().catch(false),
})
type Profile = z.infer<typeof Profile>

/** The providers that are configured, under the words of their buttons. */
export function listProviders(): { id: string; name: string }[] {
  return oauthProviders().map(({ id, name }) => ({ id, name }))
}

/** Where a sign-in form may lead: the origins for `form-action`. */
export function signInOrigins(): string[] {
  const { GITHUB_CLIENT_ID, GOOGLE_CLIENT_ID, OIDC_ISSUER } = env()
  return [
    ...(GITHUB_CLIENT_ID ? ['https://github.com'] : []),
    ...(GOOGLE_CLIENT_ID ? ['https://accounts.google.com'] : []),
    ...(OIDC_ISSUER ? [new URL(OIDC_ISSUER).origin] : []),
  ]
}

export function oauthProviders(): OAuthConfig<Profile>[] {
  const { GITHUB_CLIENT_ID, GITHUB_CLIENT_SECRET, GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET } = env()
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = env()
  const providers: OAuthConfig<Profile>[] = []
  if (GITHUB_CLIENT_ID && GITHUB_CLIENT_SECRET) providers.push(github(GITHUB_CLIENT_ID, GITHUB_CLIENT_SECRET))
  if (GOOGLE_CLIENT_ID && GOOGLE_CLIENT_SECRET)
    providers.push(openId('google', 'Google', 'https://accounts.google.com', GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET))
  if (OIDC_ISSUER && OIDC_CLIENT_ID && OIDC_CLIENT_SECRET)
    providers.push(openId('oidc', new URL(OIDC_ISSUER).hostname, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET))
  return providers
}

/** Any OpenID provider. Many put the address into the answer of userinfo alone, so both answers are read. */
function openId(id: string, name: string, issuer: string, clientId: string, clientSecret: string) {
  const base = issuer.replace(/\/+$/, '')
  return {
    id,
    name,
    type: 'oauth',
    wellKnown: `${base}/.well-known/openid-configuration`,
    authorization: { params: { scope: 'openid email profile' } },
    checks: ['pkce', 'state', 'nonce'],
    idToken: true,
    clientId,
    clientSecret,
    userinfo: {
      async request({ client, tokens }) {
        // The library believes whatever issuer the discovery document names.
        const found = String(client.issuer.metadata.issuer).replace(/\/+$/, '')
        if (found !== base) throw new Error(`The provider at ${base} calls itself ${found}.`)
        // A token set, whatever the type says: the library makes it so for every provider with an ID token.
        const claims = 'claims' in tokens && typeof tokens.claims === 'function' ? tokens.claims() : {}
        const more = client.issuer.metadata.userinfo_endpoint ? await client.userinfo(tokens.access_token ?? '') : {}
        if ('sub' in more && more.sub !== claims.sub) throw new Error('The two answers are about different people.')
        // A subject is unique only within its issuer, and another one may be configured one day.
        return Profile.parse({ ...claims, ...more, id: id === 'oidc' ? `${base} ${claims.sub}` : claims.sub })
      },
    },
    profile: toUser,
  } satisfies OAuthConfig<Profile>
}

const GitHubUser = z.object({ id: z.number(), login: z.string(), name: z.string().nullish() })
const GitHubEmails = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }))

/** GitHub speaks OAuth alone; which address is verified it says at an address of its own. */
function github(clientId: string, clientSecret: string) {
  return {
    id: 'github',
    name: 'GitHub',
    type: 'oauth',
    authorization: { url: 'https://github.com/login/oauth/authorize', params: { scope: 'read:user user:email' } },
    token: 'https://github.com/login/oauth/access_token',
    checks: ['state'],
    clientId,
    clientSecret,
    userinfo: {
      url: 'https://api.github.com/user',
      async request({ tokens }) {
        const ask = async (path: string): Promise<unknown> => {
          const headers = { authorization: `Bearer ${tokens.access_token}`, accept: 'application/vnd.github+json' }
          const answer = await fetch(`https://api.github.com${path}`, { headers, signal: AbortSignal.timeout(10_000) })
          if (!answer.ok) throw new Error(`GitHub answered ${answer.status} to ${path}.`)
          return answer.json()
        }
        const user = GitHubUser.parse(await ask('/user'))
        const email = GitHubEmails.parse(await ask('/user/emails')).find(({ primary, verified }) => primary && verified)
        return {
          id: String(user.id),
          name: user.name ?? user.login,
          email: email?.email ?? '',
          email_verified: email !== undefined,
        }
      },
    },
    profile: toUser,
  } satisfies OAuthConfig<Profile>
}

function toUser({ id, name, email }: Profile) {
  return { id, name, email, emailVerified: null }
}
