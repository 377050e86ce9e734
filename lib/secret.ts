import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { env } from './env'
import { randomToken } from './tokens'

/** The demo's own NEXTAUTH_SECRET, made once and kept beside its data, so that sessions outlive a restart. */
export function demoSecret(folder = env().LECTERN_DATA): string {
  const file = path.join(folder, 'secret')
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, randomToken(), { mode: 0o600, flag: 'wx' })
  }
  return readFileSync(file, 'utf8')
}
