import loadHighs from 'highs'
import { problemOf, programOf } from '@/bench/engine-problems'
import { assign } from '@/engines/assignment'

/** One engine on one problem in a process of its own, so that its memory is its own: what `npm run bench` calls. The first word is `highs`, or the shape of the problem. */
const [which = '', ...numbers] = process.argv.slice(2)
const [proposals = 0, reviewers = 0, each = 0, fairness = 0] = numbers.map(Number)
const problem = problemOf(which, { proposals, reviewers, each }, fairness)
if (which === 'highs') {
  const highs = await loadHighs()
  const program = programOf(problem)
  const solved = timed(() => highs.solve(program))
  say({ ...solved, total: Math.round(solved.answer.ObjectiveValue) })
} else {
  const { answer, ...times } = timed(() => assign(problem))
  const { total, bound, optimal, worst } = answer
  say({ ...times, total, bound, optimal, worst })
}
process.exit(0)

function timed<T>(work: () => T) {
  const [begun, cpu] = [performance.now(), process.cpuUsage()]
  const answer = work()
  const { user, system } = process.cpuUsage(cpu)
  return { answer, seconds: (performance.now() - begun) / 1000, cpuSeconds: (user + system) / 1e6 }
}

function say({ answer: _, ...seen }: Record<string, unknown>): void {
  console.log(JSON.stringify({ ...seen, megabytes: process.resourceUsage().maxRSS / 1024 }))
}
