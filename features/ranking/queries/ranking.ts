import type { AuthorizedEvent } from '@/features/access/queries'
import type { Actor } from '@/features/access/schema'
import { listStanding, type Standing } from '@/features/reviews/queries/ranking'
import type { Flag, StoredCalibration } from '../schema'

/** A place by calibrated score, beside the one by plain mean. */
export interface Calibrated extends Standing {
  /** Mean of its reviews from 1 to 5, null without any, their standard deviation, and how many they are. */
  raw: number | null
  spread: number | null
  reviews: number
  /** What the average reviewer would give it, from 1 to 5, with its 95 % interval; null without a review. */
  calibrated: number | null
  low: number | null
  high: number | null
  flags: Flag[]
  place: number
  rawPlace: number
}

const FEW: Flag[] = ['few-reviews']
const NONE = { raw: null, spread: null, calibrated: null, low: null, high: null, reviews: 0, flags: FEW }

/**
 * Every submitted proposal by its calibrated score, the best first: scores as they were worked out last, all else as it
 * is now. What the actor has a conflict with is not among them.
 */
export async function listRanking(
  event: AuthorizedEvent,
  actor: Actor,
  { proposals }: Pick<StoredCalibration, 'proposals'>,
): Promise<Calibrated[]> {
  const scores = new Map(proposals.map((score) => [score.code, score]))
  const rows = (await listStanding(event, actor)).map(
    (row): Calibrated => ({ ...row, ...(scores.get(row.code) ?? NONE), place: 0, rawPlace: 0 }),
  )
  rows.sort((a, b) => (b.raw ?? 0) - (a.raw ?? 0) || b.reviews - a.reviews || (a.code < b.code ? -1 : 1))
  for (const [at, row] of rows.entries()) row.rawPlace = at + 1
  rows.sort((a, b) => (b.calibrated ?? 0) - (a.calibrated ?? 0) || a.rawPlace - b.rawPlace)
  for (const [at, row] of rows.entries()) row.place = at + 1
  return rows
}
