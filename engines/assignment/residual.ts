/** A network in forward-star form: the arcs of node v are `first[v]` to `first[v + 1]`, each with its reverse at `mate`. */
export interface Network {
  nodes: number
  first: Int32Array
  head: Int32Array
  mate: Int32Array
  cost: Float64Array
  /** Residual capacities: what the solver leaves is the flow. */
  left: Int32Array
  /** What each node has too much of, or too little. */
  excess: Int32Array
}

/** Fills every arc whose cost is negative at these prices. */
export function saturate({ nodes, first, head, mate, cost, left, excess }: Network, price: Float64Array): void {
  for (let node = 0; node < nodes; node++) {
    const own = price[node] ?? 0
    const end = first[node + 1] ?? 0
    for (let arc = first[node] ?? 0; arc < end; arc++) {
      const room = left[arc] ?? 0
      const to = head[arc] ?? 0
      if (room === 0 || (cost[arc] ?? 0) + own >= (price[to] ?? 0)) continue
      const back = mate[arc] ?? 0
      left[arc] = 0
      left[back] = (left[back] ?? 0) + room
      excess[node] = (excess[node] ?? 0) - room
      excess[to] = (excess[to] ?? 0) + room
    }
  }
}

/** By how much these prices are wrong where they are most. */
export function steepest({ nodes, first, head, cost, left }: Network, price: Float64Array): number {
  let most = 0
  for (let node = 0; node < nodes; node++) {
    const own = price[node] ?? 0
    const end = first[node + 1] ?? 0
    for (let arc = first[node] ?? 0; arc < end; arc++) {
      if ((left[arc] ?? 0) === 0) continue
      const below = (price[head[arc] ?? 0] ?? 0) - own - (cost[arc] ?? 0)
      if (below > most) most = below
    }
  }
  return most
}
