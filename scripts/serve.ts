import { createServer } from 'node:net'
import { housekeepingWork } from '@/features/access/jobs'
import { termsWork } from '@/features/ambassadors/jobs'
import { assignmentWork } from '@/features/assignments/jobs/work'
import { syncContent } from '@/features/content/import/sync'
import { watchFolder } from '@/features/content/import/watch'
import { lineOf } from '@/features/content/schema/problems'
import { linksWork } from '@/features/editing/jobs'
import { mailWork } from '@/features/mail/jobs'
import { refreshPosts } from '@/features/posts/commands/refresh'
import { answersWork, filesWork, needsWork, signaturesWork } from '@/features/proposals/jobs'
import { rebuildIndex } from '@/features/search/commands/refresh'
import { digestWork } from '@/features/subscriptions/jobs'
import { db, disconnect } from '@/lib/db'
import { env, setEnv } from '@/lib/env'
import { startJobs, stopJobs } from '@/lib/jobs'
import { applyMigrations } from '@/lib/postgres/engine'
import { checkEnvironment, prepareDatabase } from '@/lib/postgres/prepare'
import { countQuestion, networkOf } from '@/lib/rate-limit'
import { demoSecret } from '@/lib/secret'
import { signInOrigins } from '@/lib/session/providers'
import { progressOn, seed } from '@/prisma/seed'
import { buildApp, noteServing } from './build-app'

const begun = Date.now()

interface Options {
  dev: boolean
  content?: string
  /** Runs last, after the database has been left. */
  onStop?: () => Promise<void>
}

/** Everything that `npm start` does after installing: database, migrations, demo, content, build, serve. */
export async function serve({ dev, content = 'content', onStop }: Options): Promise<void> {
  // Whoever read what we say has gone: without this each line would fail, and say so, for ever.
  for (const out of [process.stdout, process.stderr]) out.on('error', () => {})
  checkEnvironment()
  const { PORT: port, isEmbedded } = env()
  // The embedded database has a password that nobody chose: the demo is this machine's alone.
  const host = isEmbedded ? '127.0.0.1' : undefined
  await refuseTakenPort(port, host)
  setEnv({ APP_URL: env().appUrl })

  const building = dev || env().ROLE === 'worker' ? null : buildApp({ quiet: true }).catch((error: Error) => error)
  const database = await step('Starting the database', () => prepareDatabase(say))
  if (!env().NEXTAUTH_SECRET) setEnv({ NEXTAUTH_SECRET: demoSecret() })
  setEnv({ NEXTAUTH_URL: env().appUrl })
  const { DATABASE_URL = '', DATABASE_DIRECT_URL = DATABASE_URL, isDemo, ROLE: role } = env()
  await step('Applying migrations', () => applyMigrations(DATABASE_DIRECT_URL))
  if (isDemo) await step('Loading the demo (once)', () => loadDemo(DATABASE_DIRECT_URL))
  await step('Reading content/', () => readContent(content))
  await step('Indexing what can be searched', rebuildIndex)
  const built = await step('Building the app (only where something has changed)', async () => building)
  if (built instanceof Error) return leave(built.message, database)
  Object.assign(process.env, { NODE_ENV: dev ? 'development' : 'production' })

  if (!dev && role !== 'worker') noteServing()
  if (role !== 'web')
    await step('Starting the jobs', () =>
      startJobs([
        mailWork,
        assignmentWork,
        answersWork,
        housekeepingWork,
        digestWork,
        termsWork,
        linksWork,
        signaturesWork,
        needsWork,
        filesWork,
      ]),
    )
  if (role === 'worker') return workUntilStopped(database, onStop)
  const { startServer } = await import('@/server')
  // On a laptop a saved file is a page at once; a server reads what was deployed, when it is told to.
  const stopWatching =
    dev || isDemo
      ? watchFolder(
          content,
          () => readAgain(content),
          (error) => say(String(error)),
        )
      : null
  await step('Starting the server', () =>
    startServer({
      port,
      ...(host ? { host } : {}),
      dev,
      appUrl: env().appUrl,
      databaseUrl: DATABASE_DIRECT_URL,
      formTargets: signInOrigins(),
      countQuestion: (from) => countQuestion(db, networkOf(from), new Date()),
      stopJobs,
      stopDatabase: async () => {
        await stopWatching?.()
        await disconnect()
        await database.stop()
        await onStop?.()
      },
    }),
  )
  say(`\nLectern serves on ${env().appUrl} after ${seconds()}.`)
  if (env().isDemo)
    say(`Sign in as anybody at ${env().appUrl}/dev/sign-in; mail arrives at ${env().appUrl}/dev/mailbox.`)
  say('Stop it with Ctrl-C.')
}

async function loadDemo(url: string) {
  const say = process.stderr.isTTY ? { say: progressOn(process.stderr) } : {}
  await seed({ size: 'small', seed: 1, now: new Date(), url, appUrl: env().appUrl, ...say })
}

/** A typing mistake in an article must not keep a site from starting: it goes on with the content that it had. */
async function readContent(content: string) {
  const { problems } = await syncContent({ content, pictures: 'public' })
  await refreshPosts()
  for (const problem of problems) say(lineOf(problem))
  if (problems.length > 0) say('The site shows the content it had. Mend these files, then: npm run content:sync')
}

async function readAgain(content: string) {
  await readContent(content)
  await rebuildIndex()
}

/** A process that only works off jobs: nothing listens. */
async function workUntilStopped(database: { stop(): Promise<void> }, onStop?: () => Promise<void>): Promise<void> {
  say('Lectern works off jobs; nothing is served here (ROLE is worker).')
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve())
  })
  await stopJobs()
  await disconnect()
  await database.stop()
  await onStop?.()
  process.exit(0)
}

function say(text: string) {
  console.error(text)
}

const seconds = () => `${((Date.now() - begun) / 1000).toFixed(1)} s`

async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  say(`[${seconds().padStart(7)}] ${title} …`)
  return work()
}

function refuseTakenPort(port: number, host: string | undefined): Promise<void> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => {
      say(
        error.code === 'EADDRINUSE'
          ? `Port ${port} is taken. Choose another: PORT=${port + 1} npm start`
          : `Port ${port} cannot be used (${error.code}). Choose another: PORT=3000 npm start`,
      )
      process.exit(1)
    })
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}

async function leave(text: string, database: { stop(): Promise<void> }): Promise<never> {
  say(text)
  await database.stop()
  process.exit(1)
}
