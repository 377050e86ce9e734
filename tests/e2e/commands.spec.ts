import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'

/** `npm start` as an operator meets it: its own data folder and port, beside everything else. */
const PORT = '3397'
const { LECTERN_DEMO: _, ...inherited } = process.env
let data = ''
let running: ChildProcess | null = null

test.describe.configure({ mode: 'serial', timeout: 120_000 })
/** Waits for a database for longer than all else here takes: begun first, looked at last. */
let outOfReach: Promise<{ status: number | null; said: string }>
test.beforeAll(() => {
  data = mkdtempSync(path.join(tmpdir(), 'lectern-commands-'))
  spawnSync('chmod', ['755', data])
  outOfReach = ended(
    spawn(process.execPath, ['scripts/run.js', 'db-deploy'], {
      env: { ...environment(), DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/nowhere', LECTERN_DEMO: '1' },
    }),
  )
})
test.afterAll(async () => {
  running?.kill('SIGKILL')
  const pid = databasePid()
  if (pid) process.kill(pid, 'SIGINT')
  await expect.poll(databasePid).toBeNull()
  rmSync(data, { recursive: true, force: true })
})

const environment = () => ({ ...inherited, PORT, LECTERN_DATA: data, DATABASE_URL: '' })

async function start(): Promise<void> {
  const child = spawn(process.execPath, ['scripts/run.js', 'start'], { env: environment() })
  running = child
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  await expect.poll(() => said, { timeout: 90_000 }).toContain(`Lectern serves on http://localhost:${PORT}`)
  expect(said).toContain(`http://localhost:${PORT}/dev/sign-in`)
}

async function end(signal: NodeJS.Signals): Promise<void> {
  const child = running
  running = null
  if (!child) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill(signal)
  await gone
}

function databasePid(): number | null {
  const file = path.join(data, 'postgres/data/postmaster.pid')
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null
}

const get = (path: string, cookie = '') =>
  fetch(`http://localhost:${PORT}${path}`, { headers: { cookie }, redirect: 'manual' })
const isServed = async () => (await fetch(`http://localhost:${PORT}/readyz`).catch(() => null))?.status

test('a first start ends with the address', async () => {
  await start()
  expect(await isServed()).toBe(200)
})

test('a killed app loses nothing, and leaves a database that the next start takes over', async () => {
  const signIn = await fetch(`http://localhost:${PORT}/dev/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ role: 'chair' }),
    headers: { origin: `http://localhost:${PORT}` },
    redirect: 'manual',
  })
  const cookie = signIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const before = databasePid()
  await end('SIGKILL')
  expect(databasePid()).toBe(before)
  await start()
  expect(databasePid()).toBe(before)
  expect(await isServed()).toBe(200)
  expect(await (await get('/api/session', cookie)).json()).toHaveProperty('name')
})

test('without its database it says so, reads out what it has kept, and comes back', async () => {
  expect((await get('/blog')).status).toBe(200)
  process.kill(databasePid() ?? 0, 'SIGINT')
  await expect.poll(databasePid).toBeNull()
  await expect.poll(isServed).toBe(503)
  expect((await get('/blog')).status).toBe(200)
  for (const path of ['/projects', '/me', '/api/v1/events']) {
    const answer = await get(path, 'a=b')
    const text = await answer.text()
    expect([503, 303], `${path} answered ${answer.status}`).toContain(answer.status)
    expect(text, path).not.toMatch(/at .*\.(js|tsx?):\d+|prisma/i)
  }
  const page = await get('/projects')
  expect(page.status).toBe(503)
  expect(await page.text()).toContain('database')
})

test('Ctrl-C stops the app and its database', async () => {
  await end('SIGINT')
  expect(databasePid()).toBeNull()
  expect(await isServed()).toBeUndefined()
})

test('a wrong variable stops the start with one line that names it', () => {
  const result = spawnSync(process.execPath, ['scripts/run.js', 'start'], {
    env: { ...environment(), SMTP_URL: 'not an address' },
    encoding: 'utf8',
  })
  expect(result.status).toBe(1)
  expect(result.stderr.trim()).toBe('SMTP_URL must be an address that starts with smtp:// or smtps://.')
})

test('a taken port is named, with the way out', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(Number(PORT), '127.0.0.1', resolve))
  const result = spawnSync(process.execPath, ['scripts/run.js', 'start'], { env: environment(), encoding: 'utf8' })
  await new Promise((resolve) => other.close(resolve))
  expect(result.status).toBe(1)
  expect(result.stderr.trim()).toBe(`Port ${PORT} is taken. Choose another: PORT=3398 npm start`)
})

test('a database out of reach is waited for, then named', async () => {
  const { status, said } = await outOfReach
  expect(status).toBe(1)
  expect(said).toContain('trying again, 1 of 10')
  expect(said.trim().split('\n').at(-1)).toMatch(
    /^The database 127\.0\.0\.1:1\/nowhere \(DATABASE_URL\) could not be reached: /,
  )
})

async function ended(child: ChildProcessWithoutNullStreams) {
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk
  })
  const [status]: (number | null)[] = await once(child, 'close')
  return { status: status ?? null, said }
}
