import type { Affinity, Pair, Problem } from './types'

/** In a row, of a pair that may not be. */
export const NEVER = Number.NEGATIVE_INFINITY

/** Every pair that may be, row by row. */
export interface Pairs {
  /** Writes this proposal's affinities to all reviewers into `row`, `NEVER` where the pair may not be. */
  read(proposal: number, row: Float64Array): void
  /** Null where the pair may not be. */
  of(proposal: number, reviewer: number): number | null
}

/** The pairs of a problem without what is forbidden and what is locked (those are no longer to be decided). */
export function pairsOf({ proposals, reviewers, affinity, forbidden = [], locked = [] }: Problem): Pairs {
  const rows = rowsOf(affinity, proposals, reviewers)
  const banned = gathered(proposals, forbidden, locked)
  return {
    read(proposal, row) {
      rows.read(proposal, row)
      for (let i = banned.from[proposal] ?? 0; i < (banned.from[proposal + 1] ?? 0); i++)
        row[banned.reviewer[i] ?? 0] = NEVER
    },
    of(proposal, reviewer) {
      for (let i = banned.from[proposal] ?? 0; i < (banned.from[proposal + 1] ?? 0); i++)
        if (banned.reviewer[i] === reviewer) return null
      return rows.of(proposal, reviewer)
    },
  }
}

/** Pairs side by side that have their proposal in common. */
function gathered(proposals: number, ...lists: (readonly Pair[])[]) {
  const from = new Int32Array(proposals + 1)
  for (const list of lists) for (const [p] of list) from[p + 1] = (from[p + 1] ?? 0) + 1
  for (let p = 0; p < proposals; p++) from[p + 1] = (from[p + 1] ?? 0) + (from[p] ?? 0)
  const free = from.slice()
  const reviewer = new Int32Array(from[proposals] ?? 0)
  for (const list of lists)
    for (const [p, r] of list) {
      const at = free[p] ?? 0
      free[p] = at + 1
      reviewer[at] = r
    }
  return { from, reviewer }
}

function rowsOf(affinity: Affinity, proposals: number, reviewers: number): Pairs {
  if ('dense' in affinity) return tableOf(affinity.dense, reviewers)
  if ('sparse' in affinity) return listsOf(affinity.sparse, proposals)
  const isTable = affinity.length === proposals && affinity.every((row) => row.length === reviewers)
  if (!isTable) return listsOf(affinity, proposals)
  const flat = new Int32Array(proposals * reviewers)
  for (const [p, row] of affinity.entries()) {
    for (const a of row) mustBeWhole(a, p)
    flat.set(row, p * reviewers)
  }
  return tableOf(flat, reviewers)
}

function tableOf(table: Int32Array, reviewers: number): Pairs {
  return {
    read: (proposal, row) => row.set(table.subarray(proposal * reviewers, (proposal + 1) * reviewers)),
    of: (proposal, reviewer) => table[proposal * reviewers + reviewer] ?? null,
  }
}

function listsOf(triples: readonly (readonly number[])[], proposals: number): Pairs {
  const lists: Map<number, number>[] = Array.from({ length: proposals }, () => new Map())
  for (const [p = -1, r = -1, a = 0] of triples) {
    mustBeWhole(a, p)
    lists[p]?.set(r, a)
  }
  return {
    read(proposal, row) {
      row.fill(NEVER)
      for (const [r, a] of lists[proposal] ?? []) row[r] = a
    },
    of: (proposal, reviewer) => lists[proposal]?.get(reviewer) ?? null,
  }
}

function mustBeWhole(affinity: number, proposal: number): void {
  if (!Number.isInteger(affinity))
    throw new RangeError(`affinity of proposal ${proposal} must be whole numbers, not ${affinity}`)
}
