import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { lstatSync } from 'node:fs'
import path from 'node:path'

export interface Account {
  credentials: { uid?: number; gid?: number }
  /** The folder itself where this account can reach it, else one under /var/lib that it can. */
  reachable(folder: string): string
}

/** Who runs PostgreSQL: ourselves, or where we are root (which the server refuses) the user `postgres`. */
export function postgresAccount(): Account {
  if (process.getuid?.() !== 0) return { credentials: {}, reachable: (folder) => folder }
  const { uid, gid } = lookUp() ?? create()
  return {
    credentials: { uid, gid },
    reachable: (folder) => (isOpen(folder) ? folder : elsewhere(folder)),
  }
}

function lookUp(): { uid: number; gid: number } | null {
  const [uid, gid] = ['-u', '-g'].map((flag) =>
    spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout?.trim(),
  )
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null
}

function create(): { uid: number; gid: number } {
  spawnSync('groupadd', ['--system', 'postgres'])
  spawnSync('useradd', [
    '--system',
    '--no-create-home',
    '--gid',
    'postgres',
    '--shell',
    '/usr/sbin/nologin',
    'postgres',
  ])
  const account = lookUp()
  if (account) return account
  throw new Error(
    'PostgreSQL refuses to run as root, and a user “postgres” could not be created. Run as another user, or set DATABASE_URL.',
  )
}

/** Whether everybody may pass through every folder above (a home with mode 0700 stops the user `postgres`). */
function isOpen(folder: string): boolean {
  for (let above = path.dirname(folder); ; above = path.dirname(above)) {
    const stat = lstatSync(above, { throwIfNoEntry: false })
    if (stat && (stat.mode & 0o001) === 0) return false
    if (above === path.dirname(above)) return true
  }
}

function elsewhere(folder: string): string {
  const place = `/var/lib/lectern-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`
  process.stderr.write(`The user “postgres” cannot reach ${folder}; using ${place} instead.\n`)
  return place
}
