import { Buckets } from './buckets'
import { type Network, saturate } from './residual'

/** Distances in units of ε beyond this many times the nodes are as good as none. */
const LEVELS = 12

/**
 * Push-relabel with ε (Goldberg and Tarjan 1990) and global price updates (Goldberg 1997): a flow and prices that are
 * wrong by ε at most on any arc with capacity left.
 */
export class Refinement {
  private readonly excess: Int32Array
  private readonly current: Int32Array
  private readonly queue: Int32Array
  private readonly waiting: Uint8Array
  private readonly scanned: Uint8Array
  private readonly buckets: Buckets
  private begin = 0
  private count = 0
  private relabels = 0

  constructor(
    private readonly network: Network,
    readonly price: Float64Array,
  ) {
    const { nodes } = network
    this.excess = network.excess
    this.current = new Int32Array(nodes)
    this.queue = new Int32Array(nodes)
    this.waiting = new Uint8Array(nodes)
    this.scanned = new Uint8Array(nodes)
    this.buckets = new Buckets(nodes, LEVELS * nodes + 1)
  }

  /** Makes the flow ε-optimal. */
  run(epsilon: number): void {
    saturate(this.network, this.price)
    this.updatePrices(epsilon)
    for (let node = 0; node < this.network.nodes; node++) if ((this.excess[node] ?? 0) > 0) this.enqueue(node)
    while (this.count > 0) {
      const node = this.dequeue()
      this.discharge(node, epsilon)
      if (this.relabels > this.network.nodes) this.updatePrices(epsilon)
    }
  }

  private push(node: number, arc: number, to: number, amount: number): void {
    const { left, mate } = this.network
    const back = mate[arc] ?? 0
    left[arc] = (left[arc] ?? 0) - amount
    left[back] = (left[back] ?? 0) + amount
    this.excess[node] = (this.excess[node] ?? 0) - amount
    this.excess[to] = (this.excess[to] ?? 0) + amount
  }

  private discharge(node: number, epsilon: number): void {
    const { first, head, cost, left } = this.network
    const end = first[node + 1] ?? 0
    while ((this.excess[node] ?? 0) > 0) {
      let arc = this.current[node] ?? 0
      const own = this.price[node] ?? 0
      for (; arc < end; arc++) {
        const room = left[arc] ?? 0
        if (room === 0) continue
        const to = head[arc] ?? 0
        if ((cost[arc] ?? 0) + own - (this.price[to] ?? 0) >= 0) continue
        this.push(node, arc, to, Math.min(room, this.excess[node] ?? 0))
        if ((this.excess[to] ?? 0) > 0) this.enqueue(to)
        if (this.excess[node] === 0) break
      }
      this.current[node] = arc
      if (arc === end) this.relabel(node, epsilon)
    }
  }

  private relabel(node: number, epsilon: number): void {
    const { first, head, cost, left } = this.network
    const begin = first[node] ?? 0
    const end = first[node + 1] ?? 0
    let best = Number.NEGATIVE_INFINITY
    for (let arc = begin; arc < end; arc++) {
      if ((left[arc] ?? 0) === 0) continue
      const offer = (this.price[head[arc] ?? 0] ?? 0) - (cost[arc] ?? 0)
      if (offer > best) best = offer
    }
    if (best === Number.NEGATIVE_INFINITY) throw new Error('No flow meets these supplies.')
    this.price[node] = best - epsilon
    this.current[node] = begin
    this.relabels++
  }

  /** Lowers prices so that every node has an admissible way to where flow is missing (distances in units of ε). */
  private updatePrices(epsilon: number): void {
    const { nodes, first, head, mate, cost, left } = this.network
    const { buckets, scanned, price, excess } = this
    this.relabels = 0
    scanned.fill(0)
    let active = buckets.begin(excess, nodes)
    let level = 0
    for (; level < buckets.levels && active > 0; level++) {
      for (let node = buckets.take(level); node >= 0; node = buckets.take(level)) {
        scanned[node] = 1
        if ((excess[node] ?? 0) > 0) active--
        const end = first[node + 1] ?? 0
        for (let arc = first[node] ?? 0; arc < end; arc++) {
          const into = mate[arc] ?? 0
          const from = head[arc] ?? 0
          if ((left[into] ?? 0) === 0 || scanned[from] === 1) continue
          const reduced = (cost[into] ?? 0) + (price[from] ?? 0) - (price[node] ?? 0)
          const at = level + (reduced < 0 ? 0 : Math.floor(reduced / epsilon) + 1)
          if (at < buckets.levelOf(from)) buckets.put(from, at)
        }
      }
    }
    for (let node = 0; node < nodes; node++) {
      const steps = scanned[node] === 1 ? buckets.levelOf(node) : level
      price[node] = (price[node] ?? 0) - steps * epsilon
      this.current[node] = first[node] ?? 0
    }
  }

  private enqueue(node: number): void {
    if (this.waiting[node] === 1) return
    this.waiting[node] = 1
    this.queue[(this.begin + this.count++) % this.queue.length] = node
  }

  private dequeue(): number {
    const node = this.queue[this.begin] ?? 0
    this.begin = (this.begin + 1) % this.queue.length
    this.count--
    this.waiting[node] = 0
    return node
  }
}
