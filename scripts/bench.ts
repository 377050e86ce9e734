import { readFileSync, writeFileSync } from 'node:fs'
import { benchAdmin } from '@/bench/admin'
import { benchBuild } from '@/bench/build'
import { benchContent } from '@/bench/content'
import { benchEngines } from '@/bench/engines'
import { type Figure, machine, table } from '@/bench/figures'
import { benchMail } from '@/bench/mail'
import { benchRead } from '@/bench/read'
import { benchSearch } from '@/bench/search'
import { benchSeed } from '@/bench/seed'
import { benchServe } from '@/bench/serve'
import { benchStart } from '@/bench/start'
import { buildApp } from './build-app'

/** `npm run bench [-- start|seed|content|search|mail|engines|admin|build|serve|read …] [--write]`: all parts or some; `--write` puts each into the documentation as it ends. */
const PARTS: Record<string, { title: string; run: () => Promise<Figure[]> }> = {
  start: { title: 'Starting', run: benchStart },
  seed: { title: 'Demo data', run: benchSeed },
  content: { title: 'Content sync', run: benchContent },
  search: { title: 'Search', run: benchSearch },
  mail: { title: 'Announcing and mail', run: benchMail },
  engines: { title: 'Engines', run: benchEngines },
  admin: { title: 'Back office', run: benchAdmin },
  build: { title: 'Building', run: benchBuild },
  serve: { title: 'Serving', run: benchServe },
  read: { title: 'Reading', run: benchRead },
}
const FILE = 'docs/BENCHMARKS.md'
const MARK = '<!-- figures -->'

const wanted = process.argv.slice(2).filter((word) => word in PARTS)
await buildApp({ quiet: true })
const seen = new Map<string, string>()
for (const [name, { title, run }] of Object.entries(PARTS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const day = new Date().toISOString().slice(0, 10)
  seen.set(title, `${table(title, await run())}\nSeen on ${day} on ${machine()}.\n`)
  console.log(`\n${seen.get(title)}`)
  if (process.argv.includes('--write')) write(seen)
}
process.exit(0)

/** What was measured now, and of the other parts what was measured before, in the order of the parts. */
function write(seen: Map<string, string>) {
  const [head = '', before = ''] = readFileSync(FILE, 'utf8').split(MARK)
  const old = new Map(before.split(/^(?=## )/m).map((text) => [/^## (.*)/.exec(text)?.[1] ?? '', `${text.trim()}\n`]))
  const texts = Object.values(PARTS).flatMap(({ title }) => seen.get(title) ?? old.get(title) ?? [])
  writeFileSync(FILE, `${head}${MARK}\n\n${texts.join('\n')}`)
}
