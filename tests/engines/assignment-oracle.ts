import loadHighs from 'highs'
import type { Problem } from '@/engines/assignment'

/** The greatest total with the fewest reviews missing, by HiGHS: a linear program in which a missing review is dear. */
export async function greatestTotal(): Promise<(problem: Small) => { missing: number; total: number }> {
  const highs = await loadHighs()
  return (problem) => {
    const { ObjectiveValue, Columns } = highs.solve(programOf(problem))
    const missing = Object.entries(Columns).reduce(
      (sum, [name, column]) => sum + (name.startsWith('m') && 'Primal' in column ? Math.round(column.Primal) : 0),
      0,
    )
    return { missing, total: Math.round(ObjectiveValue) + missing * MISSING }
  }
}
type Small = Problem & { affinity: number[][] }

const MISSING = 1000

function programOf({ affinity, maxLoad, forbidden = [], reviewsPerProposal }: Small): string {
  const banned = new Set(forbidden.map(([p, r]) => `x${p}_${r}`))
  const pairs = affinity.flatMap((row, p) => row.map((a, r) => ({ name: `x${p}_${r}`, p, r, a })))
  const allowed = pairs.filter(({ name }) => !banned.has(name))
  const sign = (value: number) => (value < 0 ? `- ${-value}` : `+ ${value}`)
  const sum = (some: typeof pairs) => some.map(({ name }) => `+ ${name}`).join(' ')
  const objective = [
    ...allowed.map(({ name, a }) => `${sign(a)} ${name}`),
    ...affinity.map((_, p) => `- ${MISSING} m${p}`),
  ].join(' ')
  const wants = affinity.map((_, p) => `${sum(allowed.filter((x) => x.p === p))} + m${p} = ${reviewsPerProposal}`)
  const loads = maxLoad.flatMap((most, r) => {
    const own = allowed.filter((x) => x.r === r)
    return own.length > 0 ? [`${sum(own)} <= ${most}`] : []
  })
  const bounds = allowed.map(({ name }) => `0 <= ${name} <= 1`)
  return `Maximize\n obj: ${objective}\nSubject To\n${[...wants, ...loads].join('\n')}\nBounds\n${bounds.join('\n')}\nEnd\n`
}
