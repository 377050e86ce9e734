import { Buckets } from './buckets'
import { type Network, saturate } from './residual'

/**
 * Makes a flow and whole prices exact: arcs of negative cost at these prices are filled, and what is then too much
 * somewhere goes on by shortest ways to where something is missing, as much at a time as these ways hold (the primal-dual
 * method of Ford and Fulkerson 1962, with blocking flows by Dinic 1970). Quick where little is wrong. Prices are changed
 * in place, to where every arc with capacity left has cost + p(tail) − p(head) ≥ 0.
 */
export function makeExact(network: Network, price: Float64Array): void {
  new Exact(network, price).run()
}

class Exact {
  private readonly buckets: Buckets
  private readonly scanned: Uint8Array
  private readonly current: Int32Array
  /** Arcs of no cost to the nearest node where something is missing; −1 where there is no such way. */
  private readonly steps: Int32Array
  private readonly queue: Int32Array
  private readonly way: Int32Array

  constructor(
    private readonly network: Network,
    private readonly price: Float64Array,
  ) {
    const { nodes } = network
    this.buckets = new Buckets(nodes, 4 * nodes + 64)
    this.scanned = new Uint8Array(nodes)
    this.current = new Int32Array(nodes)
    this.steps = new Int32Array(nodes)
    this.queue = new Int32Array(nodes)
    this.way = new Int32Array(nodes)
  }

  run(): void {
    saturate(this.network, this.price)
    while (this.network.excess.some((excess) => excess > 0)) {
      this.approach()
      while (this.measure()) this.block()
    }
  }

  /** Lowers prices by the distance to where something is missing, so that the shortest ways cost nothing. */
  private approach(): void {
    const { nodes, first, head, mate, cost, left, excess } = this.network
    const { buckets, scanned, price } = this
    scanned.fill(0)
    let active = buckets.begin(excess, nodes)
    let level = 0
    for (; level < buckets.levels; level++) {
      for (let node = buckets.take(level); node >= 0; node = buckets.take(level)) {
        scanned[node] = 1
        if ((excess[node] ?? 0) > 0) active--
        const end = first[node + 1] ?? 0
        const own = price[node] ?? 0
        for (let arc = first[node] ?? 0; arc < end; arc++) {
          const into = mate[arc] ?? 0
          const from = head[arc] ?? 0
          if ((left[into] ?? 0) === 0 || scanned[from] === 1) continue
          const at = level + (price[from] ?? 0) - (cost[arc] ?? 0) - own
          if (at < buckets.levelOf(from)) buckets.put(from, at)
        }
      }
      if (active === 0) break
    }
    for (let node = 0; node < nodes; node++)
      price[node] = (price[node] ?? 0) - (scanned[node] === 1 ? buckets.levelOf(node) : level)
  }

  /** Counts steps backwards from where something is missing; says whether anything too much can get there for nothing. */
  private measure(): boolean {
    const { nodes, first, head, mate, cost, left, excess } = this.network
    const { steps, queue, price, current } = this
    steps.fill(-1)
    let [begin, end, isUseful] = [0, 0, false]
    for (let node = 0; node < nodes; node++) {
      current[node] = first[node] ?? 0
      if ((excess[node] ?? 0) >= 0) continue
      steps[node] = 0
      queue[end++] = node
    }
    while (begin < end) {
      const node = queue[begin++] ?? 0
      if ((excess[node] ?? 0) > 0) isUseful = true
      const [own, next] = [price[node] ?? 0, (steps[node] ?? 0) + 1]
      const last = first[node + 1] ?? 0
      for (let arc = first[node] ?? 0; arc < last; arc++) {
        const from = head[arc] ?? 0
        if ((steps[from] ?? 0) >= 0 || (left[mate[arc] ?? 0] ?? 0) === 0) continue
        if ((price[from] ?? 0) - (cost[arc] ?? 0) !== own) continue
        steps[from] = next
        queue[end++] = from
      }
    }
    return isUseful
  }

  /** Sends on all that the measured ways hold. */
  private block(): void {
    const { nodes, head, excess, left } = this.network
    const { way } = this
    for (let source = 0; source < nodes; source++) {
      let depth = 0
      while ((excess[source] ?? 0) > 0 && (this.steps[source] ?? 0) > 0) {
        const node = depth === 0 ? source : (head[way[depth - 1] ?? 0] ?? 0)
        if ((excess[node] ?? 0) < 0) {
          let amount = Math.min(excess[source] ?? 0, -(excess[node] ?? 0))
          for (let i = 0; i < depth; i++) amount = Math.min(amount, left[way[i] ?? 0] ?? 0)
          this.send(source, node, depth, amount)
          depth = 0
          continue
        }
        const arc = this.nextArc(node)
        if (arc >= 0) way[depth++] = arc
        else {
          this.steps[node] = -1
          if (depth > 0) depth--
        }
      }
    }
  }

  private send(from: number, to: number, depth: number, amount: number): void {
    const { mate, excess, left } = this.network
    for (let i = 0; i < depth; i++) {
      const arc = this.way[i] ?? 0
      const back = mate[arc] ?? 0
      left[arc] = (left[arc] ?? 0) - amount
      left[back] = (left[back] ?? 0) + amount
    }
    excess[from] = (excess[from] ?? 0) - amount
    excess[to] = (excess[to] ?? 0) + amount
  }

  /** An arc of no cost one step nearer, or −1. */
  private nextArc(node: number): number {
    const { first, head, cost, left } = this.network
    const { steps, price, current } = this
    const nearer = (steps[node] ?? 0) - 1
    if (nearer < 0) return -1
    const own = price[node] ?? 0
    const end = first[node + 1] ?? 0
    for (let arc = current[node] ?? 0; arc < end; arc++) {
      const to = head[arc] ?? 0
      if (steps[to] !== nearer || (left[arc] ?? 0) === 0 || (cost[arc] ?? 0) + own !== (price[to] ?? 0)) continue
      current[node] = arc
      return arc
    }
    current[node] = end
    return -1
  }
}
