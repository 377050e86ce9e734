import { timingSafeEqual } from 'node:crypto'
import { collectDefaultMetrics, Gauge, type OpenMetricsContentType, Registry } from 'prom-client'
import { db } from './db'
import { env } from './env'
import { hashToken } from './tokens'

/** The status that turns a caller away, or null. Without a token the page is there in demo mode alone. */
export function refuseMetrics(authorization: string | null): 401 | 404 | null {
  const { METRICS_TOKEN, isDemo } = env()
  if (METRICS_TOKEN === undefined) return isDemo ? null : 404
  // Hashes have one length, so comparing them tells nothing of the token's.
  const [given, wanted] = [authorization ?? '', `Bearer ${METRICS_TOKEN}`].map((text) => Buffer.from(hashToken(text)))
  return given && wanted && timingSafeEqual(given, wanted) ? null : 401
}

const KEY = Symbol.for('lectern.metrics')
const shared = globalThis as { [KEY]?: Registry<OpenMetricsContentType> }

/** OpenMetrics: this process, and what waits in the outbox. */
export async function metrics(): Promise<{ text: string; contentType: string }> {
  shared[KEY] ??= createRegistry()
  return { text: await shared[KEY].metrics(), contentType: shared[KEY].contentType }
}

function createRegistry(): Registry<OpenMetricsContentType> {
  const registry = new Registry<OpenMetricsContentType>()
  registry.setContentType(Registry.OPENMETRICS_CONTENT_TYPE)
  collectDefaultMetrics({ register: registry })
  new Gauge({
    name: 'lectern_database_up',
    help: 'Whether the database answered this scrape',
    registers: [registry],
    async collect() {
      this.set(await db.$queryRaw`select 1`.then(() => 1).catch(() => 0))
    },
  })
  new Gauge({
    name: 'lectern_outbox_messages',
    help: 'Messages of the outbox by state',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      this.reset()
      const counts = await db.outboxMessage.groupBy({ by: ['state'], _count: true }).catch(() => null)
      if (!counts) return
      for (const state of ['draft', 'queued', 'sent', 'failed'] as const)
        this.set({ state }, counts.find((count) => count.state === state)?._count ?? 0)
    },
  })
  return registry
}
