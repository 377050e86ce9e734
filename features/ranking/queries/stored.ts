import type { AuthorizedEvent } from '@/features/access/queries'
import { db } from '@/lib/db'
import { type Calibration, StoredCalibration } from '../schema'

/** Figures, and the version of the reviews that they were made from. */
export interface Kept {
  version: string
  calibration: Calibration
}

/** What was last looked at: reading the figures of twenty thousand again and again takes longer than all else. */
const kept = new Map<string, Kept>()
const MOST_KEPT = 16

/** The newest figures of an event that are finished. */
export async function findCalibration(event: AuthorizedEvent): Promise<Kept | null> {
  const where = { eventId: event.id }
  const row = await db.calibration.findUnique({ where, select: { version: true, madeAt: true } })
  if (!row) return null
  const known = kept.get(event.id)
  if (known?.version === row.version && known.calibration.madeAt.getTime() === row.madeAt.getTime()) return known
  const read = await db.calibration.findUnique({ where })
  const parsed = StoredCalibration.safeParse(read?.result)
  return read && parsed.success
    ? keep(event.id, { version: read.version, calibration: { ...parsed.data, madeAt: read.madeAt } })
    : null
}

/** Figures for somebody's own eyes, which are kept in this process alone. */
export const findOwn = (key: string): Kept | null => kept.get(key) ?? null

export function keepOwn(key: string, version: string, result: string): Calibration {
  const calibration = { ...StoredCalibration.parse(JSON.parse(result)), madeAt: new Date() }
  return keep(key, { version, calibration }).calibration
}

function keep(key: string, found: Kept): Kept {
  kept.delete(key)
  kept.set(key, found)
  for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest)
  return found
}
