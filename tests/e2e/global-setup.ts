import { TEST_ORIGIN, TEST_PORTS } from '@/scripts/test-ports'
import { startSharedMailServer } from './mail'
import { startOpenIdProvider } from './oidc-provider'

/** What stands around the app in every journey: a mail server and an OpenID provider, both real, both on loopback. */
export default async function setup() {
  const mail = await startSharedMailServer(TEST_PORTS.mail)
  const stopProvider = await startOpenIdProvider({
    port: TEST_PORTS.provider,
    appUrl: TEST_ORIGIN,
    clientId: 'lectern',
    clientSecret: 'a-secret-of-the-journeys',
  })
  return async () => {
    await stopProvider()
    await mail.close()
  }
}
