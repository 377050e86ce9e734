import { readFileSync, writeFileSync } from 'node:fs'
import { benchBuild } from '@/bench/build'
import { benchContent } from '@/bench/content'
import { type Figure, machine, table } from '@/bench/figures'
import { benchMail } from '@/bench/mail'
import { benchRead } from '@/bench/read'
import { benchSearch } from '@/bench/search'
import { benchSeed } from '@/bench/seed'
import { benchServe } from '@/bench/serve'
import { benchStart } from '@/bench/start'
import { buildApp } from './build-app'

/** `npm run bench [-- start|content|search|mail|build|seed|serve|read …] [--write]`: all parts or some; `--write` puts them into the documentation. */
const PARTS: Record<string, { title: string; run: () => Promise<Figure[]> }> = {
  start: { title: 'Starting', run: benchStart },
  seed: { title: 'Demo data', run: benchSeed },
  content: { title: 'Content sync', run: benchContent },
  search: { title: 'Search', run: benchSearch },
  mail: { title: 'Announcing and mail', run: benchMail },
  build: { title: 'Building', run: benchBuild },
  serve: { title: 'Serving', run: benchServe },
  read: { title: 'Reading', run: benchRead },
}
const FILE = 'docs/BENCHMARKS.md'
const MARK = '<!-- figures -->'

const wanted = process.argv.slice(2).filter((word) => word in PARTS)
await buildApp({ quiet: true })
const tables: string[] = []
for (const [name, { title, run }] of Object.entries(PARTS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  tables.push(table(title, await run()))
  console.log(`\n${tables.at(-1)}`)
}
const day = new Date().toISOString().slice(0, 10)
const text = `Seen on ${day} on ${machine()}.\n\n${tables.join('\n')}`
if (process.argv.includes('--write')) {
  const [head = ''] = readFileSync(FILE, 'utf8').split(MARK)
  writeFileSync(FILE, `${head}${MARK}\n\n${text}`)
}
process.exit(0)
