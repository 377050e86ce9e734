import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { env } from './env'

const FILE = '.data/secret'

/** What cookies are signed with: NEXTAUTH_SECRET, or in demo mode one of our own, made once and kept beside the data. */
export function secret(): string {
  const given = env().NEXTAUTH_SECRET
  if (given) return given
  if (!env().isDemo) throw new Error('NEXTAUTH_SECRET must be set.')
  return kept() ?? make()
}

function kept(): string | null {
  try {
    return readFileSync(FILE, 'utf8').trim() || null
  } catch {
    return null
  }
}

/** Of two processes that make it at once, one writes and both use that. */
function make(): string {
  mkdirSync('.data', { recursive: true })
  try {
    writeFileSync(FILE, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return readFileSync(FILE, 'utf8').trim()
}
