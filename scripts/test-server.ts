import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setEnv } from '@/lib/env'
import { startCluster } from '@/lib/postgres/cluster'
import { createDatabase } from '@/lib/postgres/database'
import { serve } from './serve'
import { TEST_DATABASE_FILE } from './test-database'
import { TEST_ORIGIN, TEST_PORTS } from './test-ports'

/** The app as the journeys meet it: built, seeded, on a throw-away cluster, with mail and OpenID on loopback. */
const folder = mkdtempSync(path.join(tmpdir(), 'lectern-journeys-'))
chmodSync(folder, 0o755)
const cluster = await startCluster(folder, ['fsync=off', 'synchronous_commit=off'])
await createDatabase(cluster.url('postgres'), 'lectern')
writeFileSync(TEST_DATABASE_FILE, cluster.url('lectern'), { mode: 0o600 })
setEnv({
  DATABASE_URL: cluster.url('lectern'),
  LECTERN_DEMO: '1',
  NEXTAUTH_SECRET: 'a-secret-of-the-journeys-that-nobody-needs',
  PORT: String(TEST_PORTS.app),
  APP_URL: TEST_ORIGIN,
  SMTP_URL: `smtp://127.0.0.1:${TEST_PORTS.mail}`,
  MAIL_FROM: 'Lectern <lectern@example.org>',
  OIDC_ISSUER: `http://127.0.0.1:${TEST_PORTS.provider}`,
  OIDC_CLIENT_ID: 'lectern',
  OIDC_CLIENT_SECRET: 'a-secret-of-the-journeys',
})
const [content = 'content'] = process.argv.slice(2)
await serve({
  dev: false,
  content,
  onStop: async () => {
    await cluster.stop()
    rmSync(folder, { recursive: true, force: true })
  },
})
