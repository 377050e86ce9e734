import type { Candidate, Room } from '../schema'
import { type Filled, fill } from './flow'

export interface Flip {
  code: string
  /** How far its score would have to fall, or rise, for it to change sides. */
  by: number
  /** Who would then come in, or go. */
  instead: string | null
}
export interface Programme {
  chosen: string[]
  total: number
  /** No programme within the slots has a greater sum of scores. */
  bound: number
  isProved: boolean
  /** Those in and those out that are nearest to changing sides, the nearest first. */
  leaving: Flip[]
  entering: Flip[]
}

/** The codes that a programme speaks of. */
export const namedIn = ({ chosen, leaving, entering }: Programme): string[] => [
  ...chosen,
  ...[...leaving, ...entering].flatMap(({ code, instead }) => (instead === null ? [code] : [code, instead])),
]

/** A part of all programmes: without some, and certainly with others. */
interface Branch {
  without: Set<string>
  certain: Set<string>
  filled: Filled
}

const MOST_BRANCHES = 400
const SHOWN = 5
/** How many on each side are tried. */
const TRIED = 12

/**
 * The programme of greatest score in sum within the slots and the speakers' limits: branch and bound, where each branch
 * is filled exactly as if speakers had no limit. `isProved` where nothing is left that could be better; otherwise `bound`
 * says how much better it could be.
 */
export function bestProgramme(candidates: readonly Candidate[], room: Room): Programme {
  const root = branchOf(candidates, room, new Set(), new Set())
  let best = repaired(candidates, room, root)
  const open = [root]
  for (let tried = 0; tried < MOST_BRANCHES; tried++) {
    const branch = takeBest(open)
    if (!branch || branch.filled.total <= best.filled.total + 1e-9) {
      if (branch) open.push(branch)
      break
    }
    const over = overLimit(branch.filled.chosen, room)
    if (!over) {
      best = branch
      continue
    }
    const certain = new Set(branch.certain)
    for (const { code } of over) {
      if (branch.certain.has(code)) continue
      open.push(branchOf(candidates, room, new Set([...branch.without, code]), new Set(certain)))
      certain.add(code)
    }
  }
  const { chosen, total } = best.filled
  const bound = open.reduce((most, { filled }) => Math.max(most, filled.total), total)
  const isProved = bound <= total + 1e-9
  return { chosen: chosen.map(({ code }) => code), total, bound, isProved, ...flipsOf(candidates, room, best) }
}

function branchOf(candidates: readonly Candidate[], room: Room, without: Set<string>, certain: Set<string>): Branch {
  const fixed = candidates.filter(({ code }) => certain.has(code))
  const left = { ...room, formats: new Map(room.formats), tracks: new Map(room.tracks) }
  let isPossible = true
  for (const { format, track } of fixed)
    for (const [id, places] of [
      [format, left.formats],
      [track, left.tracks],
    ] as const) {
      const number = id === null ? undefined : places.get(id)
      if (id === null || number === undefined) continue
      if (number === 0) isPossible = false
      places.set(id, Math.max(0, number - 1))
    }
  if (!isPossible) return { without, certain, filled: { chosen: [], total: Number.NEGATIVE_INFINITY } }
  const free = candidates.filter(({ code }) => !without.has(code) && !certain.has(code))
  const { chosen, total } = fill(free, left)
  const all = [...fixed, ...chosen]
  return { without, certain, filled: { chosen: all, total: total + fixed.reduce((sum, { value }) => sum + value, 0) } }
}

/** The sessions of somebody who would give too many: one more than they may, the least of them first. */
function overLimit(chosen: readonly Candidate[], { speakers, usual }: Room): Candidate[] | null {
  const own = new Map<string, Candidate[]>()
  for (const candidate of chosen)
    for (const speaker of candidate.speakers) {
      const list = own.get(speaker)
      if (list) list.push(candidate)
      else own.set(speaker, [candidate])
    }
  for (const [speaker, list] of own) {
    const limit = speakers.get(speaker) ?? usual ?? Number.POSITIVE_INFINITY
    if (list.length > limit) return list.sort((a, b) => a.value - b.value).slice(0, limit + 1)
  }
  return null
}

/** A programme that keeps every limit, at once: whoever speaks too often loses their least session. */
function repaired(candidates: readonly Candidate[], room: Room, root: Branch): Branch {
  let branch = root
  for (;;) {
    const [least] = overLimit(branch.filled.chosen, room) ?? []
    if (!least) return branch
    branch = branchOf(candidates, room, new Set([...branch.without, least.code]), branch.certain)
  }
}

function takeBest(open: Branch[]): Branch | undefined {
  let best = -1
  for (const [at, { filled }] of open.entries())
    if (best < 0 || filled.total > (open[best]?.filled.total ?? 0)) best = at
  return best < 0 ? undefined : open.splice(best, 1)[0]
}

/** What would flip the programme, the speakers’ other sessions being as they are. */
function flipsOf(candidates: readonly Candidate[], room: Room, best: Branch): Pick<Programme, 'leaving' | 'entering'> {
  const { chosen, total } = best.filled
  const codes = new Set(chosen.map(({ code }) => code))
  const leaving = [...chosen]
    .sort((a, b) => a.value - b.value)
    .slice(0, TRIED)
    .map(({ code }): Flip => {
      const rest = branchOf(candidates, room, new Set([...best.without, code]), new Set())
      // Without it, what was kept out for its speakers' sake may come in twice.
      const other = repaired(candidates, room, rest).filled
      return { code, by: total - other.total, instead: other.chosen.find((one) => !codes.has(one.code))?.code ?? null }
    })
  const entering = candidates
    .filter(({ code, format, track }) => {
      const isBounded = room.formats.has(format ?? '') || room.tracks.has(track ?? '')
      return isBounded && !codes.has(code) && !best.without.has(code)
    })
    .sort((a, b) => b.value - a.value)
    .slice(0, TRIED)
    .flatMap(({ code }): Flip[] => {
      const { filled } = branchOf(candidates, room, best.without, new Set([code]))
      if (filled.total === Number.NEGATIVE_INFINITY || overLimit(filled.chosen, room)) return []
      const stays = new Set(filled.chosen.map((one) => one.code))
      return [{ code, by: total - filled.total, instead: chosen.find((one) => !stays.has(one.code))?.code ?? null }]
    })
  const nearest = (flips: Flip[]) => flips.sort((a, b) => a.by - b.by).slice(0, SHOWN)
  return { leaving: nearest(leaving), entering: nearest(entering) }
}
