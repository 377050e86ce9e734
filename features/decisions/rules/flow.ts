import type { Candidate, Room } from '../schema'

/** Candidates of one format and one track, the best first. */
interface Cell {
  format: number
  track: number
  list: Candidate[]
  taken: number
}
export interface Filled {
  chosen: Candidate[]
  total: number
}

/**
 * The candidates of greatest value in sum that formats and tracks have room for, speakers left aside. Formats, cells and
 * tracks are a network in which every path is one session: best paths, one after another, end at the best sum (the
 * successive-shortest-path algorithm; Ahuja, Magnanti and Orlin, Network Flows, 1993), because a cell gives its best
 * first. Who is in no format and no track with room that is known is not chosen.
 */
export function fill(candidates: readonly Candidate[], { formats, tracks }: Room): Filled {
  const [rows, columns] = [numbered(candidates, 'format', formats), numbered(candidates, 'track', tracks)]
  const cells = cellsOf(candidates, rows.placeOf, columns.placeOf, formats, tracks)
  while (augment(cells, rows.left, columns.left));
  const chosen = cells.flatMap(({ list, taken }) => list.slice(0, taken))
  return { chosen, total: chosen.reduce((sum, { value }) => sum + value, 0) }
}

function numbered(candidates: readonly Candidate[], by: 'format' | 'track', room: Map<string, number>) {
  const placeOf = new Map<string | null, number>()
  for (const candidate of candidates) if (!placeOf.has(candidate[by])) placeOf.set(candidate[by], placeOf.size)
  const left = [...placeOf.keys()].map((id) => (id === null ? undefined : room.get(id)) ?? Number.POSITIVE_INFINITY)
  return { placeOf, left }
}

function cellsOf(
  candidates: readonly Candidate[],
  rows: Map<string | null, number>,
  columns: Map<string | null, number>,
  formats: Map<string, number>,
  tracks: Map<string, number>,
): Cell[] {
  const cells = new Map<string, Cell>()
  for (const candidate of candidates) {
    const { format, track } = candidate
    const isBounded = (format !== null && formats.has(format)) || (track !== null && tracks.has(track))
    if (!isBounded || candidate.value <= 0) continue
    const key = `${format} ${track}`
    const cell = cells.get(key) ?? { format: rows.get(format) ?? 0, track: columns.get(track) ?? 0, list: [], taken: 0 }
    cell.list.push(candidate)
    cells.set(key, cell)
  }
  for (const { list } of cells.values()) list.sort((a, b) => b.value - a.value || (a.code < b.code ? -1 : 1))
  return [...cells.values()]
}

/** Takes one more session along the best path there is; false where none brings anything. */
function augment(cells: Cell[], rowLeft: number[], columnLeft: number[]): boolean {
  const row = rowLeft.map((left) => (left > 0 ? 0 : Number.NEGATIVE_INFINITY))
  const column = columnLeft.map(() => Number.NEGATIVE_INFINITY)
  const into: (Cell | undefined)[] = []
  const outOf: (Cell | undefined)[] = []
  for (let changed = true; changed; ) {
    changed = false
    for (const cell of cells) {
      const next = cell.list[cell.taken]
      const forward = (row[cell.format] ?? 0) + (next?.value ?? Number.NEGATIVE_INFINITY)
      if (forward > (column[cell.track] ?? 0) + 1e-12) {
        column[cell.track] = forward
        into[cell.track] = cell
        changed = true
      }
      const last = cell.list[cell.taken - 1]
      const backward = (column[cell.track] ?? 0) - (last?.value ?? Number.POSITIVE_INFINITY)
      if (cell.taken > 0 && backward > (row[cell.format] ?? 0) + 1e-12) {
        row[cell.format] = backward
        outOf[cell.format] = cell
        changed = true
      }
    }
  }
  let end = -1
  for (const [track, gain] of column.entries())
    if ((columnLeft[track] ?? 0) > 0 && gain > 0 && (end < 0 || gain > (column[end] ?? 0))) end = track
  if (end < 0) return false
  columnLeft[end] = (columnLeft[end] ?? 0) - 1
  for (let at = end; ; ) {
    const cell = into[at]
    if (!cell) return false
    cell.taken++
    const before = outOf[cell.format]
    if (!before || (rowLeft[cell.format] ?? 0) > 0) {
      rowLeft[cell.format] = (rowLeft[cell.format] ?? 0) - 1
      return true
    }
    before.taken--
    at = before.track
  }
}
