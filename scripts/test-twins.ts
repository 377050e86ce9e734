import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { syncContent } from '@/features/content/import/sync'
import { PrismaClient } from '@/generated/prisma/client'
import { disconnect } from '@/lib/db'
import { setEnv } from '@/lib/env'
import { startCluster } from '@/lib/postgres/cluster'
import { createDatabase, withClient } from '@/lib/postgres/database'
import { applyMigrations } from '@/lib/postgres/engine'
import { seed } from '@/prisma/seed'
import { addAnonymousWork, becomeSomebodyElse } from '@/tests/twins'
import { serve } from './serve'
import { TWIN_DATABASES_FILE } from './test-database'
import { TEST_ORIGIN, TWIN_PORTS } from './test-ports'

/**
 * The built app twice, on two databases that differ only in who the speakers of one event are. Both believe to be at the
 * journeys' own address, so that what they write of it is the same.
 */
const [url, port] = process.argv.slice(2)
if (url && port) await serveOne(url, port)
else await serveBoth()

async function serveBoth() {
  const folder = mkdtempSync(path.join(tmpdir(), 'lectern-twins-'))
  chmodSync(folder, 0o755)
  const data = path.join(folder, 'kept')
  mkdirSync(path.join(data, 'files'), { recursive: true })
  writeFileSync(path.join(data, 'files', 'handout.pdf'), '%PDF-1.4\n')
  const cluster = await startCluster(folder, ['fsync=off', 'synchronous_commit=off'])
  setEnv({ DATABASE_URL: cluster.url('one'), LECTERN_DEMO: '1', LECTERN_DATA: data, APP_URL: TEST_ORIGIN })
  const [one, other] = [cluster.url('one'), cluster.url('other')]
  try {
    await makeTwins(cluster.url('postgres'), one, other)
    writeFileSync(TWIN_DATABASES_FILE, JSON.stringify([one, other]), { mode: 0o600 })
    await serveUntilTold([one, other])
  } finally {
    await cluster.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  process.exit(0)
}

async function makeTwins(admin: string, one: string, other: string) {
  await createDatabase(admin, 'one')
  await applyMigrations(one)
  await seed({ size: 'small', seed: 1, now: new Date(), url: one, appUrl: TEST_ORIGIN })
  await syncContent({ content: 'content', pictures: 'public' })
  await disconnect()
  await withClient(one, addAnonymousWork)
  await withClient(admin, (client) => client.query('create database other template one'))
  await withClient(other, becomeSomebodyElse)
}

async function serveUntilTold(databases: string[]) {
  const children = databases.map((address, place) =>
    spawn(process.execPath, ['scripts/run.js', 'test-twins', address, String(TWIN_PORTS[place])], {
      stdio: ['ignore', 'ignore', 'inherit'],
    }),
  )
  const gone = children.map((child) => new Promise<void>((resolve) => child.once('exit', () => resolve())))
  // Told by the end of its input, which comes however the journeys end.
  const told = new Promise<void>((resolve) => {
    process.stdin.on('end', resolve).resume()
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve())
  })
  await Promise.race([told, ...gone])
  for (const child of children) child.kill('SIGTERM')
  await Promise.all(gone)
}

/** With one connection questions are answered in the order in which they are asked, and pages stream in one order. */
async function serveOne(databaseUrl: string, listen: string) {
  setEnv({
    DATABASE_URL: databaseUrl,
    LECTERN_DEMO: '0',
    NEXTAUTH_SECRET: 'a-secret-of-the-journeys-that-nobody-needs',
    PORT: listen,
    APP_URL: TEST_ORIGIN,
    ROLE: 'web',
  })
  const client = new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl, max: 1 }) })
  Object.assign(globalThis, { [Symbol.for('lectern.db')]: client })
  await serve({ dev: false })
}
