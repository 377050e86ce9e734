import type { AuthorizedEvent } from '@/features/access/queries'
import type { Actor } from '@/features/access/schema'
import { type Ranked, rankProposals } from '@/features/reviews/queries/ranking'
import { FEW_REVIEWS } from '@/features/reviews/rules'
import type { Flag, StoredCalibration } from '../schema'

/** A place by calibrated score, beside the one by plain mean. */
export interface Calibrated extends Ranked {
  /** What the average reviewer would give it, from 1 to 5, with its 95 % interval; null without a review. */
  calibrated: number | null
  low: number | null
  high: number | null
  flags: Flag[]
  rawPlace: number
}

/** Every submitted proposal by its calibrated score, the best first. What the actor has a conflict with is not among them. */
export async function listRanking(
  event: AuthorizedEvent,
  actor: Actor,
  { proposals }: StoredCalibration,
): Promise<Calibrated[]> {
  const scores = new Map(proposals.map((score) => [score.code, score]))
  const rows = (await rankProposals(event, actor)).map((row) => {
    const { calibrated = null, low = null, high = null, flags } = scores.get(row.code) ?? {}
    const few: Flag[] = row.reviews < FEW_REVIEWS ? ['few-reviews'] : []
    return { ...row, calibrated, low, high, flags: flags ?? few, rawPlace: row.place }
  })
  rows.sort((a, b) => (b.calibrated ?? 0) - (a.calibrated ?? 0) || a.rawPlace - b.rawPlace)
  return rows.map((row, at) => ({ ...row, place: at + 1 }))
}
