import { makeExact } from './exact'
import { Refinement } from './refine'
import { type Network, steepest } from './residual'

const SCALE = 12

/**
 * A flow of least cost that meets every supply, left in `network.left`; answers prices p that prove it: every arc with
 * capacity left has cost + p(tail) − p(head) ≥ 0. Costs are integers, and some flow must exist. Cost scaling down to a
 * step of one, where whole prices still fit, and from there the shortest ways: nearly everything is in its place then,
 * and steps of less than one would only sort out ties. With prices and a flow that are nearly right, the last step alone.
 */
export function solveFlow(network: Network, known?: Float64Array): Float64Array {
  const price = known?.slice() ?? new Float64Array(network.nodes)
  const refinement = new Refinement(network, price)
  let epsilon = Math.floor(steepest(network, price) / (known ? 16 : 1))
  for (; epsilon > 1; epsilon = Math.floor(epsilon / SCALE)) refinement.run(epsilon)
  refinement.run(1)
  makeExact(network, price)
  return price
}
