import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { assign } from '@/engines/assignment'
import { calibrate } from '@/engines/calibration'
import { leave } from './leave'

const whole = z.int()
const pair = z.tuple([whole, whole])
const name = z.union([z.string(), z.number()])

const Assignment = z.strictObject({
  proposals: whole.nonnegative(),
  reviewers: whole.nonnegative(),
  reviewsPerProposal: whole.nonnegative(),
  maxLoad: z.array(whole.nonnegative()),
  minLoad: z.array(whole.nonnegative()).default([]),
  affinity: z.array(z.array(whole)),
  forbidden: z.array(pair).default([]),
  locked: z.array(pair).default([]),
  fairness: z.number().min(0).max(1).default(0),
  seed: whole.optional(),
})
const Calibration = z.object({
  ratings: z.array(z.object({ proposal: name, reviewer: name, score: z.number() })),
})

/** `npm run engine -- assignment|calibration FILE.json`: one engine on a problem of one's own, the result as JSON. */
const ENGINES: Record<string, (problem: unknown) => unknown> = {
  assignment: (problem) => {
    const { affinity, ...rest } = Assignment.parse(problem)
    return assign({ ...rest, affinity: isTable(affinity, rest) ? affinity : { sparse: triplesOf(affinity) } })
  },
  calibration: (problem) => calibrate(Calibration.parse(problem)),
}

const [which = '', file] = process.argv.slice(2)
const engine = Object.hasOwn(ENGINES, which) ? ENGINES[which] : undefined
if (!engine || !file)
  leave(`Say which engine and which file: npm run engine -- ${Object.keys(ENGINES).join('|')} FILE.json`)
try {
  console.log(JSON.stringify(engine(JSON.parse(readFileSync(file, 'utf8')))))
} catch (error) {
  if (error instanceof z.ZodError)
    leave(error.issues.map(({ path, message }) => `${file}: ${path.join('.')}: ${message}`).join('\n'))
  leave(`${file}: ${error instanceof Error ? error.message : String(error)}`)
}
process.exit(0)

function isTable(rows: number[][], { proposals, reviewers }: { proposals: number; reviewers: number }): boolean {
  return rows.length === proposals && rows.every((row) => row.length === reviewers)
}

function triplesOf(rows: number[][]): [number, number, number][] {
  return rows.map(([proposal = 0, reviewer = 0, affinity = 0], at) => {
    if (rows[at]?.length !== 3) throw new RangeError(`affinity[${at}] is neither a row for each proposal nor [p, r, a]`)
    return [proposal, reviewer, affinity]
  })
}
