import { rebuildIndex } from '@/features/search/commands/refresh'
import { findAnswer } from '@/features/search/queries/answer'
import { db } from '@/lib/db'
import { type Figure, percentile } from './figures'
import { withScratch } from './scratch'
import { loadSearchable } from './search-data'
import { questions } from './search-questions'

const ROUNDS = 5
const FIRST_PAGE = { skip: 0, take: 10 }

/** Two hundred questions, asked five times over, at three sizes: each from its text to its answer, one at a time. */
export async function benchSearch(sizes = [100, 1_000, 5_000]): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const size of sizes)
    await withScratch(async ({ folder }) => {
      await loadSearchable(folder, size)
      const begun = performance.now()
      const made = await rebuildIndex()
      const seconds = ((performance.now() - begun) / 1000).toFixed(1)
      const name = `${size.toLocaleString('en')} articles`
      figures.push({ what: `${name}: index made of ${made.toLocaleString('en')} sources`, value: `${seconds} s` })
      figures.push({ what: `${name}: p50, p95, longest of a question`, value: await measure() })
      figures.push({ what: `${name}: an edit indexed`, value: await measureEdit() })
    })
  return figures
}

/** Of each question the best of its rounds: what it costs, and not what else the machine did at that moment. */
async function measure(): Promise<string> {
  const asked = await questions()
  const times: { what: string; ms: number }[] = asked.map(({ what }) => ({ what, ms: Number.POSITIVE_INFINITY }))
  for (let round = 0; round < ROUNDS; round++)
    for (const [at, { text }] of asked.entries()) {
      const begun = performance.now()
      await findAnswer({ text, filters: {}, locale: 'en' }, FIRST_PAGE, new Date())
      const time = times[at]
      if (time) time.ms = Math.min(time.ms, performance.now() - begun)
    }
  if (process.env.LECTERN_BENCH_DETAIL) detail(times)
  return spread(times.map(({ ms }) => ms))
}

function detail(times: { what: string; ms: number }[]): void {
  for (const what of new Set(times.map((time) => time.what)))
    console.error(what.padEnd(16), spread(times.flatMap((time) => (time.what === what ? time.ms : []))))
}

const spread = (ms: number[]) => [0.5, 0.95, 1].map((part) => `${percentile(ms, part).toFixed(1)} ms`).join(', ')

async function measureEdit(): Promise<string> {
  await db.$executeRaw`update document set title = title || ' edited' where id = (select min(id::text)::uuid from document)`
  const begun = performance.now()
  await rebuildIndex()
  return `${(performance.now() - begun).toFixed(0)} ms`
}
