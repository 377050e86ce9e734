import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const Addresses = z.record(z.string(), z.string())
let known: Record<string, string> | null = null

/** The address of an island's script, hashed, as the build wrote it. Throws for a name that was not built. */
export function islandSrc(name: string): string {
  if (!known || process.env.NODE_ENV !== 'production') {
    known = Addresses.parse(JSON.parse(readFileSync(join(process.cwd(), '.build/islands.json'), 'utf8')))
  }
  const address = known[name]
  if (!address) throw new Error(`There is no island ${name}: has it been built?`)
  return address
}
