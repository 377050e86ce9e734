/** The tag that every document carries without naming it: purging it purges all. */
export const EVERYTHING = '*'

/** One entry of the purge log. `hard` withdraws: the old copy is never shown again. */
export interface Purge {
  tags: string[]
  hard: boolean
}

/**
 * When each tag last moved, counted in purges. A render takes a mark before it reads anything; what it read is old if
 * one of its tags has moved since. Only moves that a running render could have missed are remembered.
 */
export class Purges {
  #position = 0
  #moved = new Map<string, number>()
  #hard = new Map<string, number>()
  #running = new Map<number, number>()

  /** Called before a render begins; every mark must be given back with `release`. */
  mark(): number {
    this.#running.set(this.#position, (this.#running.get(this.#position) ?? 0) + 1)
    return this.#position
  }

  release(mark: number): void {
    const left = (this.#running.get(mark) ?? 0) - 1
    if (left > 0) this.#running.set(mark, left)
    else this.#running.delete(mark)
    if (this.#running.size === 0) for (const moves of [this.#moved, this.#hard]) moves.clear()
  }

  record({ tags, hard }: Purge): void {
    this.#position += 1
    if (this.#running.size === 0) return
    for (const tag of tags) {
      this.#moved.set(tag, this.#position)
      if (hard) this.#hard.set(tag, this.#position)
    }
  }

  hasMovedSince(mark: number, tags: Iterable<string>): boolean {
    return isAfter(this.#moved, mark, tags)
  }

  isWithdrawnSince(mark: number, tags: Iterable<string>): boolean {
    return isAfter(this.#hard, mark, tags)
  }
}

function isAfter(moves: Map<string, number>, mark: number, tags: Iterable<string>): boolean {
  const after = (tag: string) => (moves.get(tag) ?? 0) > mark
  if (after(EVERYTHING)) return true
  for (const tag of tags) if (after(tag)) return true
  return false
}
