import { startSharedMailServer } from './mail'
import { startOpenIdProvider } from './oidc-provider'

/** What stands around the app in every journey: a mail server and an OpenID provider, both real, both on loopback. */
export default async function setup() {
  const mail = await startSharedMailServer(3325)
  const stopProvider = await startOpenIdProvider({
    port: 3326,
    appUrl: 'http://localhost:3399',
    clientId: 'lectern',
    clientSecret: 'a-secret-of-the-journeys',
  })
  return async () => {
    await stopProvider()
    await mail.close()
  }
}
