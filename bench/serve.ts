import { readFileSync } from 'node:fs'
import { TEST_DATABASE_FILE } from '@/scripts/test-database'
import { TEST_ORIGIN as ORIGIN } from '@/scripts/test-ports'
import { demoFacts } from '@/tests/e2e/pages'
import { fetchEncoded, pageBytes } from './bytes'
import type { Figure } from './figures'
import { hasWrk, type Load, load } from './load'
import { residentMemory, startUntil } from './processes'
import { hasNginx, startNext, startNginx } from './rivals'
import { holdRate, type Submitted, submitMany } from './submit'

const ARTICLE = '/blog/demystifying-rbac-in-kubernetes'
const HELD = { perSecond: 15, seconds: 60 }
const gzip = { 'accept-encoding': 'gzip' }

/** The running app: documents beside their rivals in one run, a page of an event, submissions, bytes, memory. */
export async function benchServe(): Promise<Figure[]> {
  const server = await startUntil(process.execPath, ['scripts/run.js', 'test-server'], 'Lectern serves on')
  const figures: Figure[] = []
  const add = (what: string, value: string) => figures.push({ what, value })
  try {
    const { coming } = await demoFacts()
    await fetchEncoded(ORIGIN + ARTICLE, 'gzip')
    if (hasWrk()) {
      const front = await load(ORIGIN + ARTICLE, { headers: gzip })
      const nginx = hasNginx() ? await besideNginx() : null
      const next = await besideNext()
      const of = (part: Load) => (nginx ? `, ${(part.perSecond / nginx.perSecond).toFixed(3)} of nginx` : '')
      add('cached article: the front', say(front) + of(front))
      add('cached article: nginx, one worker, same bytes', nginx ? say(nginx) : 'nginx is not installed')
      add('the same article: next start', say(next) + of(next))
      add('page of an event whose call is open', say(await load(`${ORIGIN}/events/${coming}`, { headers: gzip })))
    } else add('requests a second', 'not measured: wrk is not installed')
    const together = await submitMany(ORIGIN, coming, 400, 8)
    add('submitting a proposal (API, 8 at a time)', `${together.perSecond.toFixed(0)} a second, ${saidOf(together)}`)
    const held = await holdRate(ORIGIN, coming, HELD)
    add(`${HELD.perSecond} submissions a second, held for a minute in the last hour of a call`, saidOf(held))
    const { html, scripts } = await pageBytes(ORIGIN, ARTICLE)
    add('an article, brotli: HTML', html)
    add('an article, brotli: JavaScript', scripts)
    const [before, after] = await memoryAfter(10_000, server.child.pid ?? 0)
    add(
      'memory before and after 10,000 requests with random queries',
      `${before.toFixed(0)} and ${after.toFixed(0)} MiB`,
    )
  } finally {
    await server.stop()
  }
  return figures
}

const saidOf = ({ accepted, refused, kept, p50, p99 }: Submitted) =>
  `p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms; ${accepted} accepted, ${kept} of them in the database, ${refused} told to come again`

const say = ({ perSecond, p99 }: Load) =>
  `${Math.round(perSecond).toLocaleString('en')} a second, p99 ${p99.toFixed(2)} ms`

async function besideNginx(): Promise<Load> {
  const nginx = await startNginx(await fetchEncoded(ORIGIN + ARTICLE, 'gzip'), 3394)
  const result = await load(`http://127.0.0.1:3394${ARTICLE}`, { headers: gzip })
  await nginx.stop()
  return result
}

async function besideNext(): Promise<Load> {
  const next = await startNext(3395, readFileSync(TEST_DATABASE_FILE, 'utf8'), ORIGIN)
  const result = await load(`http://127.0.0.1:3395${ARTICLE}`, { headers: gzip })
  await next.stop()
  return result
}

async function memoryAfter(requests: number, pid: number): Promise<[number, number]> {
  const before = residentMemory(pid)
  const paths = ['/', '/blog', '/projects', ARTICLE, '/events', '/case-studies']
  for (let sent = 0; sent < requests; sent += 20)
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        fetchEncoded(`${ORIGIN}${paths[index % paths.length]}?r=${sent + index}`, 'gzip'),
      ),
    )
  return [before, residentMemory(pid)]
}
