import { execFileSync } from 'node:child_process'
import { z } from 'zod'
import { calibrate } from '@/engines/calibration'
import { HARD } from '@/tests/engines/hard-assignments'
import { simulateReviews } from '@/tests/engines/simulated-reviews'
import { type Figure, median } from './figures'

const SMALL = ['2500', '150', '5']
const LARGE = ['20000', '1000', '5']

const Seen = z.object({
  seconds: z.number(),
  cpuSeconds: z.number(),
  megabytes: z.number(),
  total: z.number(),
  bound: z.number().default(0),
  optimal: z.boolean().default(false),
  worst: z.object({ total: z.number(), bound: z.number() }).nullish(),
})

/** The engines on problems of the sizes that are asked of them, each assignment in a process of its own. */
export async function benchEngines(): Promise<Figure[]> {
  return [...assignments(), ...calibrations()]
}

function assignments(): Figure[] {
  const small = runs(3, 'assignment', ...SMALL)
  const large = runs(1, 'assignment', ...LARGE)
  const fair = runs(1, 'assignment', ...SMALL, '1')
  const highs = runs(1, 'highs', ...SMALL)
  const hard = Object.keys(HARD).flatMap((shape) => [
    { what: `${shape}, 2,500 × 150 × 5`, value: said(runs(1, shape, ...SMALL)) },
    { what: `${shape}, 20,000 × 1,000 × 5`, value: said(runs(1, shape, ...LARGE)) },
  ])
  const loss = (100 * (small.total - fair.total)) / small.total
  const worst = ({ worst }: typeof fair) => (worst ? `${worst.total} of at most ${worst.bound}` : 'nobody')
  const isSame = highs.total === small.total ? 'the same total' : `another total: ${highs.total}`
  const ratio = (highs.cpuSeconds / small.cpuSeconds).toFixed(1)
  return [
    { what: 'assignment, 2,500 × 150 × 5, all pairs', value: said(small) },
    {
      what: 'the same by HiGHS’s linear programme',
      value: `${cost(highs)}, ${isSame}; ${ratio} times the processor’s time`,
    },
    { what: 'the worst-off proposal without fairness, and with all of it', value: `${worst(small)}; ${worst(fair)}` },
    { what: 'what fairness costs', value: `${loss.toFixed(3)} % of the affinity, ${cost(fair)}` },
    { what: 'assignment, 20,000 × 1,000 × 5, all pairs', value: said(large) },
    ...hard,
  ]
}

type Run = z.infer<typeof Seen>
const cost = ({ seconds, cpuSeconds, megabytes }: Run) =>
  `${seconds.toFixed(2)} s (${cpuSeconds.toFixed(2)} s of a processor), ${megabytes.toFixed(0)} MiB`
const said = (run: Run) =>
  `${cost(run)}, ${run.optimal ? 'proved best' : `${(run.bound - run.total).toFixed(1)} points from proved`}`

/** The run whose time is the middle one. */
function runs(count: number, ...args: string[]): Run {
  const seen = Array.from({ length: count }, () =>
    Seen.parse(
      JSON.parse(execFileSync(process.execPath, ['scripts/run.js', 'bench-engine', ...args], { encoding: 'utf8' })),
    ),
  )
  const middle = median(seen.map(({ seconds }) => seconds))
  const run = seen.find(({ seconds }) => seconds >= middle) ?? seen[0]
  if (!run) throw new Error('Nothing was run.')
  return run
}

const SEEDS = [1, 2, 3, 4, 5]
const SD = { quality: 0.7, noise: 0.8 }

function calibrations(): Figure[] {
  const times = (proposals: number, reviewers: number) => {
    const { ratings } = simulateReviews(1, { proposals, reviewers, each: 5 }, { ...SD, bias: 0.5 })
    const seen = SEEDS.map(() => {
      const [begun, cpu] = [performance.now(), process.cpuUsage()]
      calibrate({ ratings })
      const { user, system } = process.cpuUsage(cpu)
      return { ms: performance.now() - begun, cpu: (user + system) / 1_000 }
    })
    const middle = (of: 'ms' | 'cpu') => `${median(seen.map((run) => run[of])).toFixed(0)} ms`
    return `${middle('ms')} (${middle('cpu')} of a processor)`
  }
  const [biased, fair] = [0.7, 0].map((bias) => SEEDS.map((seed) => recovered(seed, bias)))
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const part = (values: number[]) => `${(100 * mean(values)).toFixed(1)} %`
  const beside = (all: ReturnType<typeof recovered>[] = []) =>
    `${part(all.map(({ calibrated }) => calibrated))} beside ${part(all.map(({ raw }) => raw))}`
  return [
    { what: 'calibration, 2,500 × 5, 150 reviewers', value: times(2_500, 150) },
    { what: 'calibration, 20,000 × 5, 1,000 reviewers', value: times(20_000, 1_000) },
    { what: 'best 15 % found, reviewers biased: calibrated beside the mean', value: beside(biased) },
    { what: 'best 15 % found, reviewers not biased', value: beside(fair) },
    { what: '95 % intervals that hold the truth', value: part((biased ?? []).map(({ covered }) => covered)) },
  ]
}

/** How many of the truly best 15 % each way of scoring finds, and how often the interval holds the truth. */
function recovered(seed: number, bias: number) {
  const size = { proposals: 2_500, reviewers: 150, each: 5 }
  const { ratings, quality } = simulateReviews(seed, size, { ...SD, bias })
  const { proposals } = calibrate({ ratings })
  const truth = ({ id }: { id: string | number }) => quality[Number(id)] ?? 0
  const top = (by: (one: (typeof proposals)[number]) => number) =>
    new Set(
      [...proposals]
        .sort((a, b) => by(b) - by(a))
        .slice(0, 375)
        .map(({ id }) => id),
    )
  const best = top(truth)
  const found = (some: Set<string | number>) => [...some].filter((id) => best.has(id)).length / best.size
  return {
    calibrated: found(top(({ calibrated }) => calibrated)),
    raw: found(top(({ raw }) => raw)),
    covered: proposals.filter((one) => one.low <= truth(one) && truth(one) <= one.high).length / proposals.length,
  }
}
