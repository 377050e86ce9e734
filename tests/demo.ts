import { env } from '@/lib/env'
import { type Size, seed } from '@/prisma/seed'

export const NOW = new Date('2026-11-22T07:30:00Z')

/** The demo as it is loaded on a first start, into this test's database. */
export function loadDemo(size: Size, says: { seed?: number; now?: Date } = {}) {
  const url = env().DATABASE_URL ?? ''
  return seed({ size, seed: says.seed ?? 1, now: says.now ?? NOW, url, appUrl: 'https://lectern.example.org' })
}
