import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isAlive } from '@/lib/alive'
import { buildIslands } from './islands'

const SOURCES = ['app', 'components', 'features', 'engines', 'islands', 'lib', 'public']
const FILES = [
  'prisma/schema.prisma',
  'next.config.js',
  'package-lock.json',
  'proxy.ts',
  'tsconfig.json',
  'instrumentation.ts',
]
const STAMP = '.next/lectern-sources'
const SERVING = '.build/serving'

/**
 * Builds the app where its sources have changed since the last build; `true` where it did. Needs no database. `quiet`
 * keeps what the build says for the message of its failure.
 */
export async function buildApp({ force = false, quiet = false } = {}): Promise<boolean> {
  const hash = sourcesHash()
  if (!force && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return false
  const other = otherServer()
  if (other)
    throw new Error(
      `Lectern is being served from this checkout (process ${other}), and a build would break it: stop it first.`,
    )
  // A build that is cut short must not pass for the one before.
  rmSync(STAMP, { force: true })
  await buildIslands()
  await run(['node_modules/next/dist/bin/next', 'build'], quiet)
  writeFileSync(STAMP, hash)
  return true
}

/** Notes that this process serves the build, until it ends. */
export function noteServing(): void {
  mkdirSync(SERVING, { recursive: true })
  const note = path.join(SERVING, String(process.pid))
  writeFileSync(note, '')
  process.once('exit', () => rmSync(note, { force: true }))
}

/** Another process that serves the build; those that were killed are forgotten. */
function otherServer(): number | undefined {
  const pids = existsSync(SERVING) ? readdirSync(SERVING).map(Number) : []
  for (const pid of pids) if (!isAlive(pid)) rmSync(path.join(SERVING, String(pid)), { force: true })
  return pids.find((pid) => pid !== process.pid && isAlive(pid))
}

function sourcesHash(): string {
  const hash = createHash('sha256')
  for (const file of [...SOURCES.flatMap(filesBelow), ...FILES].filter((file) => existsSync(file)).sort())
    hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

function filesBelow(place: string): string[] {
  if (!existsSync(place)) return []
  const entries = readdirSync(place, { withFileTypes: true, recursive: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
  return files.filter((file) => !/\.test\.tsx?$/.test(file) && !file.startsWith('public/islands'))
}

function run(args: string[], quiet: boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        said += chunk
        if (!quiet) process.stderr.write(chunk)
      })
    child.once('error', reject)
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`The build failed:\n${quiet ? said : ''}`)),
    )
  })
}
