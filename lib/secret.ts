import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { env } from './env'
import { randomToken } from './tokens'

/** What cookies are signed with. A real installation is refused its start without NEXTAUTH_SECRET. */
export function secret(): string {
  const { NEXTAUTH_SECRET, isDemo } = env()
  if (NEXTAUTH_SECRET) return NEXTAUTH_SECRET
  if (!isDemo) throw new Error('NEXTAUTH_SECRET must be set.')
  return demoSecret()
}

/** The demo's own NEXTAUTH_SECRET, made once and kept beside its data, so that sessions outlive a restart. */
export function demoSecret(folder = env().LECTERN_DATA): string {
  const file = path.join(folder, 'secret')
  mkdirSync(folder, { recursive: true })
  try {
    writeFileSync(file, randomToken(), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    // It is there: since last time, or since a moment ago from another process.
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return readFileSync(file, 'utf8')
}
