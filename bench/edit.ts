import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { generateArticles } from '@/prisma/seed'
import { TEST_DATABASE_FILE } from '@/scripts/test-database'
import { TEST_ORIGIN as ORIGIN } from '@/scripts/test-ports'
import { costOf } from './cpu'
import { type Figure, median } from './figures'
import { startUntil } from './processes'

const RUNS = 5

/** From saving an article among so many, through `npm run content:sync`, to the new page being served. */
export async function benchEdit(count: number): Promise<Figure[]> {
  const server = await startUntil(process.execPath, ['scripts/run.js', 'test-server'], 'Lectern serves on')
  const folder = mkdtempSync(path.join(tmpdir(), 'lectern-bench-'))
  const env = { DATABASE_URL: readFileSync(TEST_DATABASE_FILE, 'utf8'), LECTERN_DEMO: '1' }
  const sync = (content: string) => costOf(process.execPath, ['scripts/run.js', 'content-sync', content], { env })
  try {
    cpSync('content', folder, { recursive: true })
    const [file = ''] = generateArticles({ folder: path.join(folder, 'blog'), count })
    await sync(folder)
    const address = `${ORIGIN}/blog/${path.basename(file, '.mdx')}`
    await until(address, '</html>')
    const seconds: number[] = []
    for (let run = 0; run < RUNS; run++) {
      const sentence = `This was written in run ${run}.`
      const begun = performance.now()
      appendFileSync(file, `\n${sentence}\n`)
      await Promise.all([sync(folder), until(address, sentence).then(() => seconds.push(performance.now() - begun))])
    }
    const value = `${(median(seconds) / 1000).toFixed(2)} s (median of ${RUNS}, from ${(Math.min(...seconds) / 1000).toFixed(2)} to ${(Math.max(...seconds) / 1000).toFixed(2)})`
    return [{ what: `${count.toLocaleString('en')} articles, from saving one to its new page being served`, value }]
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function until(address: string, words: string): Promise<void> {
  for (;;) {
    const answer = await fetch(address)
    if ((await answer.text()).includes(words)) return
    await wait(10)
  }
}
