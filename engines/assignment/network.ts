import type { Network } from './residual'

export interface Demand {
  proposals: number
  reviewers: number
  /** Reviews still wanted by each proposal. */
  need: Int32Array
  /** Reviews that each reviewer can and has to take. */
  most: Int32Array
  least: Int32Array
}
/** The pairs that the solver may use: those of proposal p are `from[p]` to `from[p + 1]`. */
export interface Candidates {
  from: Int32Array
  reviewer: Int32Array
  affinity: Int32Array
}

/**
 * Proposals supply their reviews, which flow by pairs of capacity 1 to reviewers and on to one sink. A review that
 * nobody can take goes to the sink directly, at the price `missing`; a load that a reviewer has to take is rewarded so.
 * What is `given` flows already.
 */
export function networkOf(
  demand: Demand,
  candidates: Candidates,
  missing: number,
  given: readonly number[][] | null,
): Network {
  const { proposals, reviewers, need, most, least } = demand
  const sink = proposals + reviewers
  const pairs = candidates.reviewer.length
  const arcs = pairs + proposals + 2 * reviewers
  const tails = new Int32Array(arcs)
  const heads = new Int32Array(arcs)
  const costs = new Float64Array(arcs)
  const rooms = new Int32Array(arcs)
  const flows = new Int32Array(arcs)
  const load = new Int32Array(reviewers)
  let at = 0
  const add = (tail: number, head: number, cost: number, room: number, flow: number) => {
    tails[at] = tail
    heads[at] = head
    costs[at] = cost
    flows[at] = flow
    rooms[at++] = room - flow
  }
  for (let p = 0; p < proposals; p++) {
    const own = given?.[p] ?? []
    for (const r of own) load[r] = (load[r] ?? 0) + 1
    for (let i = candidates.from[p] ?? 0; i < (candidates.from[p + 1] ?? 0); i++) {
      const r = candidates.reviewer[i] ?? 0
      add(p, proposals + r, -(candidates.affinity[i] ?? 0), 1, own.includes(r) ? 1 : 0)
    }
  }
  for (let p = 0; p < proposals; p++) {
    const wanted = need[p] ?? 0
    add(p, sink, missing, wanted, given ? wanted - (given[p]?.length ?? 0) : 0)
  }
  for (let r = 0; r < reviewers; r++) {
    const must = least[r] ?? 0
    const own = load[r] ?? 0
    add(proposals + r, sink, -missing, must, Math.min(must, own))
    add(proposals + r, sink, 0, (most[r] ?? 0) - must, Math.max(0, own - must))
  }
  const excess = new Int32Array(sink + 1)
  if (!given) {
    excess.set(need)
    excess[sink] = -need.reduce((sum, n) => sum + n, 0)
  }
  return { ...forwardStar(sink + 1, tails, heads, costs, rooms, flows), excess }
}

function forwardStar(
  nodes: number,
  tails: Int32Array,
  heads: Int32Array,
  costs: Float64Array,
  rooms: Int32Array,
  flows: Int32Array,
): Omit<Network, 'excess'> {
  const size = tails.length * 2
  const first = new Int32Array(nodes + 1)
  for (let i = 0; i < tails.length; i++) {
    const tail = (tails[i] ?? 0) + 1
    const back = (heads[i] ?? 0) + 1
    first[tail] = (first[tail] ?? 0) + 1
    first[back] = (first[back] ?? 0) + 1
  }
  for (let node = 0; node < nodes; node++) first[node + 1] = (first[node + 1] ?? 0) + (first[node] ?? 0)
  const free = first.slice()
  const head = new Int32Array(size)
  const mate = new Int32Array(size)
  const cost = new Float64Array(size)
  const left = new Int32Array(size)
  for (let i = 0; i < tails.length; i++) {
    const [tail, to] = [tails[i] ?? 0, heads[i] ?? 0]
    const [there, back] = [free[tail] ?? 0, free[to] ?? 0]
    free[tail] = there + 1
    free[to] = back + 1
    head[there] = to
    head[back] = tail
    mate[there] = back
    mate[back] = there
    cost[there] = costs[i] ?? 0
    cost[back] = -(costs[i] ?? 0)
    left[there] = rooms[i] ?? 0
    left[back] = flows[i] ?? 0
  }
  return { nodes, first, head, mate, cost, left }
}
