import { z } from 'zod'
import { Code, DECISIONS } from '@/features/proposals/schema'

/** A proposal as the programme sees it. */
export interface Candidate {
  code: string
  /** The calibrated score. */
  value: number
  format: string | null
  track: string | null
  /** Ids of its speakers. */
  speakers: string[]
}

/** Room that is left: by id, only where somebody has said how much there is. */
export interface Room {
  formats: Map<string, number>
  tracks: Map<string, number>
  /** Sessions that each speaker may still give; who is not here may give as many as `usual`, null for any number. */
  speakers: Map<string, number>
  usual: number | null
}

export interface Places {
  id: string
  slug: string
  name: string
  /** Null: nobody has said how many. */
  slots: number | null
  /** Accepted and not called off. */
  taken: number
}
export interface Sitting {
  code: string
  formatId: string | null
  trackId: string | null
  speakers: { id: string; name: string }[]
  isIn: boolean
}
/** How many are by people whom no other event had accepted before, and of how many. */
export interface Share {
  first: number
  of: number
}
export interface DecisionRoom {
  formats: Places[]
  tracks: Places[]
  /** Sessions that one person may give; null: any number. */
  sessionsPerPerson: number | null
  firstTime: { chosen: Share; all: Share }
  /** What is in the programme, and what was asked for. */
  proposals: Sitting[]
}

export const SlotsInput = z.record(
  z.string().regex(/^(format|track)-[0-9a-f-]{36}$/),
  z.preprocess((value) => (value === '' ? null : value), z.coerce.number().int().min(0).max(10_000).nullable()),
)
export type SlotsInput = z.infer<typeof SlotsInput>

export const PreviewInput = z.object({
  codes: z.array(Code).min(1).max(500),
  decision: z.enum(DECISIONS),
  reason: z.string().max(2_000).default(''),
})
