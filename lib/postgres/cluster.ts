import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { isAlive } from '@/lib/alive'
import { type Account, postgresAccount } from './account'
import { binaries } from './binaries'

export interface Cluster {
  /** Address of a database on this cluster. */
  url(database: string): string
  /** Leaves the server; whoever leaves last stops it. */
  stop(): Promise<void>
}

const ENVIRONMENT: NodeJS.ProcessEnv = { NODE_ENV: 'production', PATH: process.env.PATH, LC_ALL: 'C' }

interface Settings {
  password: string
  port: number
}

/**
 * Starts the PostgreSQL server that the npm package brings, over the given folder, or adopts the one that runs there
 * already (after a crash of the app, or beside a running app). Creates the cluster where there is none.
 * `options` are server settings such as `fsync=off`. Throws an Error whose message says what to do.
 */
export async function startCluster(folder: string, options: string[] = []): Promise<Cluster> {
  const account = postgresAccount()
  const place = account.reachable(path.resolve(folder))
  const bin = binaries(account)
  const data = path.join(place, 'data')
  const settingsFile = path.join(place, 'settings.json')

  if (!existsSync(path.join(data, 'PG_VERSION'))) initialise(place, data, settingsFile, bin.initdb, account)
  const settings: Settings = JSON.parse(readFileSync(settingsFile, 'utf8'))
  const url = (database: string) => `postgresql://postgres:${settings.password}@127.0.0.1:${settings.port}/${database}`
  const leave = register(place)
  const stop = async () => {
    if (leave() === 0) await stopServer(data)
  }

  if (await isAdopted(data, url('postgres'))) return { url, stop }
  removeForeignPidFile(data)
  settings.port = await freePort(settings.port)
  writeFileSync(settingsFile, JSON.stringify(settings), { mode: 0o600 })

  const log = path.join(place, 'server.log')
  const args = ['-D', data, '-p', String(settings.port), '-k', '', '-c', 'listen_addresses=127.0.0.1']
  const server = spawn(bin.postgres, [...args, ...options.flatMap((option) => ['-c', option])], {
    ...account.credentials,
    detached: true,
    stdio: ['ignore', openSync(log, 'a'), openSync(log, 'a')],
    env: ENVIRONMENT,
    cwd: place,
  })
  const failed = new Promise<never>((_, reject) => {
    server.once('error', (error) => reject(new Error(`PostgreSQL could not be started: ${error.message}`)))
    server.once('exit', () => reject(new Error(`PostgreSQL did not start. Its last words:\n${lastLines(log)}`)))
  })
  failed.catch(() => {})
  await Promise.race([failed, isReady(data, server.pid)])
  server.removeAllListeners().unref()
  return { url, stop }
}

function initialise(place: string, data: string, settingsFile: string, initdb: string, account: Account) {
  mkdirSync(place, { recursive: true, mode: 0o755 })
  mkdirSync(data, { recursive: true, mode: 0o700 })
  const settings: Settings = { password: randomBytes(24).toString('base64url'), port: 54_329 }
  const passwordFile = path.join(data, '..', 'password')
  writeFileSync(passwordFile, settings.password, { mode: 0o600 })
  const { uid, gid } = account.credentials
  if (uid !== undefined && gid !== undefined) for (const file of [place, data, passwordFile]) chownSync(file, uid, gid)
  const args = ['-D', data, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8']
  const result = spawnSync(initdb, [...args, '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'], {
    ...account.credentials,
    encoding: 'utf8',
    env: ENVIRONMENT,
    cwd: place,
  })
  unlinkSync(passwordFile)
  if (result.status !== 0) throw new Error(`The database folder ${data} could not be created:\n${result.stderr}`)
  writeFileSync(settingsFile, JSON.stringify(settings), { mode: 0o600 })
}

/**
 * Notes that this process uses the server. The answer un-notes it and says how many others are left: those that were
 * killed are not counted, so that an orphan is stopped by the next who leaves.
 */
function register(place: string): () => number {
  const folder = path.join(place, 'users')
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, String(process.pid)), '')
  return () => {
    rmSync(path.join(folder, String(process.pid)), { force: true })
    const pids = readdirSync(folder).map(Number)
    for (const pid of pids) if (!isAlive(pid)) rmSync(path.join(folder, String(pid)), { force: true })
    return pids.filter(isAlive).length
  }
}

/** True where a server answers at this address and says that it serves this very folder. */
async function isAdopted(data: string, url: string): Promise<boolean> {
  if (!existsSync(path.join(data, 'postmaster.pid'))) return false
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  try {
    await client.connect()
    const { rows } = await client.query('show data_directory')
    return path.resolve(rows[0].data_directory) === path.resolve(data)
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** A pid file whose process is alive and is no PostgreSQL would keep the server from starting; a dead one does not. */
function removeForeignPidFile(data: string) {
  const file = path.join(data, 'postmaster.pid')
  const pid = Number(existsSync(file) && readFileSync(file, 'utf8').split('\n')[0])
  if (!pid || !existsSync(`/proc/${pid}/comm`)) return
  if (!readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres')) unlinkSync(file)
}

async function isReady(data: string, pid: number | undefined): Promise<void> {
  const file = path.join(data, 'postmaster.pid')
  for (;;) {
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
    if (Number(lines[0]) === pid && lines[7]?.trim() === 'ready') return
    await wait(10)
  }
}

async function stopServer(data: string): Promise<void> {
  const file = path.join(data, 'postmaster.pid')
  const pid = Number(existsSync(file) && readFileSync(file, 'utf8').split('\n')[0])
  if (!pid) return
  try {
    process.kill(pid, 'SIGINT')
  } catch {
    return
  }
  for (let waited = 0; existsSync(file) && waited < 10_000; waited += 20) await wait(20)
}

async function freePort(preferred: number): Promise<number> {
  const listen = (port: number) =>
    new Promise<number | null>((resolve) => {
      const probe = createServer()
      probe.once('error', () => resolve(null))
      probe.listen(port, '127.0.0.1', () => {
        const address = probe.address()
        probe.close(() => resolve(address && typeof address === 'object' ? address.port : null))
      })
    })
  const port = (await listen(preferred)) ?? (await listen(0))
  if (port === null) throw new Error('No free port was found for the database.')
  return port
}

function lastLines(file: string): string {
  return readFileSync(file, 'utf8').trim().split('\n').slice(-5).join('\n')
}
