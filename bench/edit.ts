import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pack } from '@/lib/front/pack'
import { generateArticles } from '@/prisma/seed'
import { TEST_ORIGIN as ORIGIN } from '@/scripts/test-ports'
import { kilobytes, pageBytes } from './bytes'
import { costOf } from './cpu'
import { type Figure, median } from './figures'
import { hugoVersion, writeHugoSite } from './hugo'
import { startUntil } from './processes'

const RUNS = 5
/** So many articles are enough for a page with its neighbours and kin. */
const HUGO_COUNT = 500

/** From saving an article among so many to the new page being served, by a server that watches the files. */
export async function benchEdit(count: number): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lectern-bench-'))
  const content = path.join(folder, 'content')
  cpSync('content', content, { recursive: true })
  const files = generateArticles({ folder: path.join(content, 'blog'), count })
  const server = await startUntil(process.execPath, ['scripts/run.js', 'test-server', content], 'Lectern serves on')
  const addressOf = (file: string) => `${ORIGIN}/blog/${path.basename(file, '.mdx')}`
  try {
    const firsts = files.slice(-RUNS).map(addressOf)
    const views = await inTurn(firsts, view)
    const again = await inTurn(firsts, view)
    const [file = ''] = files
    await view(addressOf(file))
    const edits = await inTurn(
      Array.from({ length: RUNS }, (_, run) => `This was written in run ${run}.`),
      (sentence) => {
        appendFileSync(file, `\n${sentence}\n`)
        return until(addressOf(file), sentence)
      },
    )
    const name = `${count.toLocaleString('en')} articles`
    return [
      { what: `${name}: from saving one to its new page being served`, value: say(edits) },
      { what: `${name}: first view of an article`, value: say(views) },
      { what: `${name}: later views`, value: say(again) },
      ...(await bytesOf(file, files.slice(0, HUGO_COUNT), path.join(folder, 'hugo'))),
    ]
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What one of them weighs, and what Hugo makes of it with the same parts, squeezed as hard. */
async function bytesOf(file: string, files: string[], site: string): Promise<Figure[]> {
  const name = path.basename(file, '.mdx')
  const { html, scripts } = await pageBytes(ORIGIN, `/blog/${name}`)
  const own = [
    { what: 'a generated article, brotli: HTML', value: html },
    { what: 'a generated article, brotli: JavaScript', value: scripts },
  ]
  if (!hugoVersion()) return own
  writeHugoSite(site, files)
  await costOf('hugo', ['--quiet'], { cwd: site })
  const page = readFileSync(path.join(site, 'public/blog', name, 'index.html'))
  const packed = await pack(page, 'text/html')
  return [...own, { what: 'the same from Hugo: HTML', value: kilobytes(packed.br?.bytes.length ?? 0) }]
}

/** Milliseconds of each, one after the other. */
async function inTurn<T>(items: T[], work: (item: T) => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (const item of items) {
    const begun = performance.now()
    await work(item)
    times.push(performance.now() - begun)
  }
  return times
}

const say = (times: number[]) =>
  `${median(times).toFixed(0)} ms (median of ${times.length}, from ${Math.min(...times).toFixed(0)} to ${Math.max(...times).toFixed(0)})`

async function view(address: string): Promise<void> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`)
  await answer.text()
}

async function until(address: string, words: string): Promise<void> {
  for (;;) {
    const answer = await fetch(address)
    if ((await answer.text()).includes(words)) return
    await wait(10)
  }
}
