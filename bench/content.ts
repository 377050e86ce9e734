import { appendFileSync, cpSync } from 'node:fs'
import path from 'node:path'
import { generateArticles } from '@/prisma/seed'
import { type Cost, costOf, serverCpu } from './cpu'
import { benchEdit } from './edit'
import type { Figure } from './figures'
import { hugoVersion, writeHugoSite } from './hugo'
import { withScratch } from './scratch'

const COUNTS = [100, 1_000, 5_000]

/**
 * The foundation's own content and so many generated articles: cold beside Hugo, unchanged, and with one edit. Costs are
 * of the whole command, from `node` to its end, and of PostgreSQL.
 */
export async function benchContent(): Promise<Figure[]> {
  const hugo = hugoVersion()
  const figures: Figure[] = []
  for (const count of COUNTS)
    figures.push(...(await withScratch((scratch) => benchCount(count, hugo !== null, scratch))))
  if (!hugo) figures.push({ what: 'Hugo', value: 'not measured: hugo is not installed' })
  return [...figures, ...(await benchEdit(COUNTS.at(-1) ?? 0))]
}

async function benchCount(count: number, hasHugo: boolean, { url, folder }: { url: string; folder: string }) {
  const content = path.join(folder, 'content')
  cpSync('content', content, { recursive: true })
  const files = generateArticles({ folder: path.join(content, 'blog'), count })
  const figures: Figure[] = []
  const sync = async (what: string): Promise<Cost> => {
    const before = serverCpu(path.join(folder, 'postgres'))
    const env = { DATABASE_URL: url, LECTERN_DEMO: '1' }
    const cost = await costOf(process.execPath, ['scripts/run.js', 'content-sync', content], { env })
    const whole = { ...cost, cpuSeconds: cost.cpuSeconds + serverCpu(path.join(folder, 'postgres')) - before }
    figures.push({ what: `${count.toLocaleString('en')} articles, ${what}`, value: say(whole) })
    return whole
  }
  const cold = await sync('cold')
  if (hasHugo) {
    const site = path.join(folder, 'hugo')
    writeHugoSite(site, files)
    const cost = await costOf('hugo', ['--quiet'], { cwd: site })
    const ratio = `cold is ${(cold.cpuSeconds / cost.cpuSeconds).toFixed(2)} of it`
    figures.push({ what: `${count.toLocaleString('en')} articles, Hugo`, value: `${say(cost)}; ${ratio}` })
  }
  await sync('unchanged')
  appendFileSync(files[0] ?? '', '\nA sentence more.\n')
  await sync('one edit')
  return figures
}

const say = ({ cpuSeconds, seconds, memory }: Cost) =>
  `${cpuSeconds.toFixed(2)} CPU seconds, ${seconds.toFixed(2)} s, ${memory.toFixed(0)} MiB`
