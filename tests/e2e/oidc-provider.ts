import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import Provider from 'oidc-provider'

/** Who has an account at the provider of the journeys. */
export const ACCOUNTS = {
  noor: { email: 'noor.haddad@id.example', email_verified: true, name: 'Noor 🌱 Haddad' },
  lin: { email: 'lin@id.example', email_verified: true, name: 'Lin Wei' },
  mallory: { email: 'mallory@id.example', email_verified: false, name: 'Mallory' },
  taken: { email: 'already.here@example.org', email_verified: true, name: 'Somebody Else' },
} as const
type AccountId = keyof typeof ACCOUNTS
const isAccount = (id: string): id is AccountId => id in ACCOUNTS

interface Options {
  port: number
  appUrl: string
  clientId: string
  clientSecret: string
}

/** A certified OpenID provider on loopback. Its log-in page has a button for each account and asks for no password. */
export async function startOpenIdProvider({ port, appUrl, clientId, clientSecret }: Options) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const provider = new Provider(`http://127.0.0.1:${port}`, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${appUrl}/api/auth/callback/oidc`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'journey', use: 'sig', alg: 'RS256' }] },
    cookies: { keys: [randomBytes(32).toString('hex')] },
    // The address is in the answer of userinfo alone, as at many providers.
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, ...(isAccount(id) ? ACCOUNTS[id] : {}) }),
    }),
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client?.clientId ?? '',
        accountId: oidc.session?.accountId ?? '',
      })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  })

  const callback = provider.callback()
  const server = createServer((request, response) => {
    const isOurs = request.url?.startsWith('/interaction/')
    if (isOurs) void interact(provider, request, response)
    else void callback(request, response)
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
}

async function interact(provider: Provider, request: IncomingMessage, response: ServerResponse) {
  const { searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
  const accountId = searchParams.get('account')
  if (accountId) return provider.interactionFinished(request, response, { login: { accountId } })
  const buttons = Object.entries(ACCOUNTS).map(
    ([id, { name }]) => `<form><button name="account" value="${id}">Log in as ${name}</button></form>`,
  )
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
  response.end(`<!doctype html><title>Provider</title><h1>Log in</h1>${buttons.join('')}`)
}
