import { HARD, type Size, type TableProblem } from '@/tests/engines/hard-assignments'
import { seeded } from '@/tests/engines/seeded'

/** By name: an ordinary one, or one of those on which solvers take long. */
export function problemOf(shape: string, size: Size, fairness = 0): TableProblem {
  const hard = Object.entries(HARD).find(([name]) => name === shape)
  return hard ? { ...hard[1](size, 1), fairness } : ordinary(size, fairness)
}

/** Everybody likes some tracks and tags, so that affinities come in clumps; one pair in a hundred has a conflict. */
function ordinary({ proposals, reviewers, each }: Size, fairness = 0): TableProblem {
  const random = seeded(1)
  const kinds = 24
  const liking = Int32Array.from({ length: kinds * reviewers }, () => Math.floor(random() ** 3 * 60))
  const table = new Int32Array(proposals * reviewers)
  const forbidden: [number, number][] = []
  for (let p = 0; p < proposals; p++) {
    const [kind, other] = [Math.floor(random() * kinds), Math.floor(random() * kinds)]
    for (let r = 0; r < reviewers; r++) {
      const liked = (liking[kind * reviewers + r] ?? 0) + (liking[other * reviewers + r] ?? 0)
      table[p * reviewers + r] = liked + Math.floor(random() * 10)
      if (random() < 0.01) forbidden.push([p, r])
    }
  }
  const load = Math.ceil((1.2 * proposals * each) / reviewers)
  const maxLoad = new Array<number>(reviewers).fill(load)
  return {
    ...{ proposals, reviewers, reviewsPerProposal: each, maxLoad, forbidden, fairness, table },
    affinity: { dense: table },
  }
}

/** The same problem as a linear programme in the format of CPLEX. */
export function programOf({ proposals, reviewers, reviewsPerProposal, maxLoad, forbidden = [], table }: TableProblem) {
  const banned = new Set(forbidden.map(([p, r]) => p * reviewers + r))
  const objective: string[] = []
  const wants: string[] = []
  const taken = Array.from({ length: reviewers }, (): string[] => [])
  const bounds: string[] = []
  for (let p = 0; p < proposals; p++) {
    const own: string[] = []
    for (let r = 0; r < reviewers; r++) {
      const at = p * reviewers + r
      if (banned.has(at)) continue
      const name = `x${at}`
      objective.push(`+ ${table[at]} ${name}`)
      own.push(`+ ${name}`)
      taken[r]?.push(`+ ${name}`)
      bounds.push(`0 <= ${name} <= 1`)
    }
    wants.push(`${own.join(' ')} = ${reviewsPerProposal}`)
  }
  const loads = taken.map((own, r) => `${own.join(' ')} <= ${maxLoad[r]}`)
  return `Maximize\n obj: ${objective.join('\n')}\nSubject To\n${[...wants, ...loads].join('\n')}\nBounds\n${bounds.join('\n')}\nEnd\n`
}
