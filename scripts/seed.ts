import { parseArgs } from 'node:util'
import { refreshPosts } from '@/features/posts/commands/refresh'
import { rebuildIndex } from '@/features/search/commands/refresh'
import { env } from '@/lib/env'
import { applyMigrations } from '@/lib/postgres/engine'
import { checkEnvironment, prepareDatabase } from '@/lib/postgres/prepare'
import { progressOn, SIZES, seed } from '@/prisma/seed'

const { size, number } = readArguments()
checkEnvironment()
if (!env().isDemo) {
  console.error('Demo data go into a demonstration alone: DATABASE_URL is set, and LECTERN_DEMO is not 1.')
  process.exit(1)
}
const database = await prepareDatabase()
const code = await load().finally(() => database.stop())
process.exit(code)

async function load(): Promise<number> {
  const { DATABASE_URL = '', DATABASE_DIRECT_URL = DATABASE_URL, appUrl } = env()
  await applyMigrations(DATABASE_DIRECT_URL)
  const begun = performance.now()
  const say = progressOn(process.stderr)
  const result = await seed({ size, seed: number, now: new Date(), url: DATABASE_DIRECT_URL, appUrl, say })
  if (!result.ok) {
    console.error(`The demo data of size “${size}” is loaded already; nothing was changed.`)
    return 1
  }
  await refreshPosts()
  await rebuildIndex()
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  console.log(`Loaded ${size}: ${result.rows.toLocaleString('en')} rows in ${seconds} s.`)
  return 0
}

function readArguments() {
  try {
    const options = { size: { type: 'string', default: 'small' }, seed: { type: 'string', default: '1' } } as const
    const { values } = parseArgs({ options })
    const size = SIZES.find((each) => each === values.size)
    const number = Number(values.seed)
    if (size && Number.isSafeInteger(number)) return { size, number }
  } catch {}
  console.error(`Use it like this: npm run seed -- --size ${SIZES.join('|')} [--seed 1]`)
  process.exit(1)
}
