/** Nodes sorted by whole numbers below `levels`, each in one bucket at a time. */
export class Buckets {
  private readonly top: Int32Array
  private readonly next: Int32Array
  private readonly previous: Int32Array
  private readonly level: Int32Array

  constructor(
    nodes: number,
    readonly levels: number,
  ) {
    this.top = new Int32Array(levels)
    this.next = new Int32Array(nodes)
    this.previous = new Int32Array(nodes)
    this.level = new Int32Array(nodes)
  }

  private clear(): void {
    this.top.fill(-1)
    this.level.fill(this.levels)
  }

  /** Begins a search from where something is missing: those nodes at 0, no others. Returns how many have too much. */
  begin(excess: ArrayLike<number>, nodes: number): number {
    this.clear()
    let active = 0
    for (let node = 0; node < nodes; node++) {
      const over = excess[node] ?? 0
      if (over > 0) active++
      if (over < 0) this.put(node, 0)
    }
    return active
  }

  /** `levels` for a node that is in none. */
  levelOf(node: number): number {
    return this.level[node] ?? this.levels
  }

  put(node: number, level: number): void {
    if (this.levelOf(node) < this.levels) this.remove(node)
    const head = this.top[level] ?? -1
    this.next[node] = head
    this.previous[node] = -1
    if (head >= 0) this.previous[head] = node
    this.top[level] = node
    this.level[node] = level
  }

  /** Takes a node out of its bucket, which it still remembers; −1 where there is none. */
  take(level: number): number {
    const node = this.top[level] ?? -1
    if (node >= 0) this.remove(node)
    return node
  }

  private remove(node: number): void {
    const before = this.previous[node] ?? -1
    const after = this.next[node] ?? -1
    if (before >= 0) this.next[before] = after
    else this.top[this.levelOf(node)] = after
    if (after >= 0) this.previous[after] = before
  }
}
