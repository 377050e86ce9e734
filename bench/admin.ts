import pg from 'pg'
import { enter } from '@/features/access/queries'
import type { Actor } from '@/features/access/schema'
import { listChoices } from '@/features/proposals/queries/call'
import { countProposals, listProposals } from '@/features/proposals/queries/committee'
import { calibrateReviews } from '@/features/ranking/commands/calibrate'
import { listRanking } from '@/features/ranking/queries/ranking'
import { db } from '@/lib/db'
import { SIZES, seed } from '@/prisma/seed'
import { type Figure, median } from './figures'
import { withScratch } from './scratch'

const ROUNDS = 15

/** The committee's list at 20,000 proposals beside the same list at 250, what else they read, and the ranking. */
export function benchAdmin(): Promise<Figure[]> {
  return withScratch(async ({ url }) => {
    for (const size of SIZES) await seed({ size, seed: 1, now: new Date(), url, appUrl: 'http://localhost:3000' })
    const [large] = await db.$queryRaw<{ slug: string; count: number }[]>`
      select e.slug, count(*)::int from event e join proposal p on p.event_id = e.id group by 1 order by 2 desc limit 1`
    if (!large) throw new Error('The demo data have no event.')
    const event = await entered(large.slug)
    const [chair] = await db.$queryRaw<{ id: string }[]>`
      select person_id as id from role_binding where role = 'chair' and event_id = ${event.id}::uuid limit 1`
    const actor: Actor = {
      ...{ kind: 'person', id: chair?.id ?? '', name: 'Chair', slug: 'chair', email: null },
      bindings: [{ role: 'chair', eventId: event.id }],
    }
    const page = (of: typeof event) => () =>
      Promise.all([listProposals(of, actor, {}), countProposals(of, actor), listChoices(of.id)])
    // As the database's own housekeeping leaves it, for both.
    await db.$executeRawUnsafe('vacuum analyze')
    const whole = await timed(page(event))
    const name = large.count.toLocaleString('en')
    const found = await timed(() => listProposals(event, actor, { q: 'operators' }))
    const before = performance.now()
    await calibrateReviews(event)
    const calibrating = performance.now() - before
    const ranking = await timed(async () => listRanking(event, actor, await calibrateReviews(event)))
    await leave250(event.id)
    const small = await timed(page(event))
    return [
      { what: 'list of proposals, 250', value: `${small.ms.toFixed(1)} ms, ${small.statements} statements` },
      {
        what: `list of proposals, ${name}`,
        value: `${whole.ms.toFixed(1)} ms, ${whole.statements} statements; ${(whole.ms / small.ms).toFixed(2)} times`,
      },
      { what: `the same, searched by a word`, value: `${found.ms.toFixed(1)} ms` },
      { what: `ranking of ${name}, reviews unchanged`, value: `${ranking.ms.toFixed(0)} ms` },
      { what: `ranking of ${name}, scores worked out anew`, value: `${calibrating.toFixed(0)} ms` },
    ]
  })
}

async function entered(slug: string) {
  const entry = await enter('open', { kind: 'visitor' }, slug)
  if (!entry.ok || !entry.event) throw new Error(`There is no event ${slug}.`)
  return entry.event
}

/** All but 250 proposals of the event become drafts, so that both lists are of one database. */
async function leave250(eventId: string): Promise<void> {
  await db.$executeRaw`
    update proposal set submitted_at = null, withdrawn_at = null, decision = null, decided_at = null, decision_reason = null,
      announced = null, announced_at = null, answer = null, answered_at = null, answer_by = null, cancelled_at = null
    where event_id = ${eventId}::uuid
      and id not in (select id from proposal where event_id = ${eventId}::uuid and submitted_at is not null order by id limit 250)`
  await db.$executeRawUnsafe('vacuum analyze')
}

/** The middle of several runs, and how many statements one sends. */
async function timed(work: () => Promise<unknown>): Promise<{ ms: number; statements: number }> {
  await work()
  const send = pg.Client.prototype.query
  let statements = 0
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    statements++
    return Reflect.apply(send, this, args)
  } as typeof send
  const seen: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const begun = performance.now()
    await work()
    seen.push(performance.now() - begun)
  }
  pg.Client.prototype.query = send
  return { ms: median(seen), statements: statements / ROUNDS }
}
