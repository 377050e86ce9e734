import type { Affinity, Pair, Problem } from './types'

/** Every pair that may be, row by row. */
export interface Pairs {
  /** Calls back with each reviewer who may take this proposal, and the affinity. */
  each(proposal: number, visit: (reviewer: number, affinity: number) => void): void
  /** Null where the pair may not be. */
  of(proposal: number, reviewer: number): number | null
}
type Row = Pairs

/** The pairs of a problem without what is forbidden and what is locked (those are no longer to be decided). */
export function pairsOf({ proposals, reviewers, affinity, forbidden = [], locked = [] }: Problem): Pairs {
  const banned = new Set([...forbidden, ...locked].map(([p, r]: Pair) => p * reviewers + r))
  const rows = rowsOf(affinity, proposals, reviewers)
  return {
    each(proposal, visit) {
      const begin = proposal * reviewers
      rows.each(proposal, (reviewer, a) => {
        if (!banned.has(begin + reviewer)) visit(reviewer, a)
      })
    },
    of: (proposal, reviewer) => (banned.has(proposal * reviewers + reviewer) ? null : rows.of(proposal, reviewer)),
  }
}

function rowsOf(affinity: Affinity, proposals: number, reviewers: number): Row {
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

function tableOf(table: Int32Array, reviewers: number): Row {
  return {
    each(proposal, visit) {
      const begin = proposal * reviewers
      for (let r = 0; r < reviewers; r++) visit(r, table[begin + r] ?? 0)
    },
    of: (proposal, reviewer) => table[proposal * reviewers + reviewer] ?? null,
  }
}

function listsOf(triples: readonly (readonly number[])[], proposals: number): Row {
  const lists: Map<number, number>[] = Array.from({ length: proposals }, () => new Map())
  for (const [p = -1, r = -1, a = 0] of triples) {
    mustBeWhole(a, p)
    lists[p]?.set(r, a)
  }
  return {
    each(proposal, visit) {
      for (const [r, a] of lists[proposal] ?? []) visit(r, a)
    },
    of: (proposal, reviewer) => lists[proposal]?.get(reviewer) ?? null,
  }
}

function mustBeWhole(affinity: number, proposal: number): void {
  if (!Number.isInteger(affinity))
    throw new RangeError(`affinity of proposal ${proposal} must be whole numbers, not ${affinity}`)
}
