import { setTimeout as sleep } from 'node:timers/promises'
import { enter } from '@/features/access/queries'
import { db, transaction } from '@/lib/db'
import { jobs } from '@/lib/jobs'
import { getAssignmentFacts, versionOf } from '../queries/facts'
import { settingsOf } from '../queries/plans'
import type { AssignmentFacts, PlanResult, PlanSettings } from '../schema'

/** Works one plan out; rejects when the signal ends it. */
export type PlanWorker = (
  input: { facts: AssignmentFacts; settings: PlanSettings },
  signal: AbortSignal,
  onProgress: (progress: { round: number; gap: number }) => void,
) => Promise<PlanResult>

/** A process that has said nothing for so long is gone. */
const DEAD_SECONDS = 20
const MOST_ATTEMPTS = 3
/** How often it looks whether the plan is still wanted, and says that it is alive. */
const LOOK_MS = 500

/** Works out one waiting plan after another, until there is none or `signal` ends it; what was begun then waits again. */
export async function workPlansOut(signal: AbortSignal, work: PlanWorker): Promise<void> {
  while (!signal.aborted) {
    const plan = await claim()
    if (!plan) return
    await workOut(plan, signal, work)
  }
}

interface Claimed {
  id: string
  slug: string
  settings: unknown
  attempts: number
}

/** The longest waiting, or one whose process is gone. */
async function claim(): Promise<Claimed | null> {
  const [plan] = await db.$queryRaw<Claimed[]>`
    update assignment_plan set state = 'running', alive_at = now(), attempts = attempts + 1
    from event where event.id = event_id and assignment_plan.id = (
      select id from assignment_plan
      where state = 'queued' or (state = 'running' and alive_at < now() - make_interval(secs => ${DEAD_SECONDS}))
      order by created_at limit 1 for update skip locked
    ) returning assignment_plan.id, event.slug, settings, attempts`
  return plan ?? null
}

async function workOut({ id, slug, settings, attempts }: Claimed, signal: AbortSignal, work: PlanWorker) {
  const unwanted = new AbortController()
  const ended = new AbortController()
  const progress = { round: 0, gap: null as number | null }
  const watching = watch(id, progress, unwanted, ended.signal)
  try {
    if (attempts > MOST_ATTEMPTS) throw new Error('It took too long, several times.')
    const entry = await enter('open', { kind: 'visitor' }, slug)
    if (!entry.ok || !entry.event) return
    const facts = await getAssignmentFacts(entry.event)
    const result = await work(
      { facts, settings: settingsOf(settings) },
      AbortSignal.any([signal, unwanted.signal]),
      (now) => Object.assign(progress, now),
    )
    await finish(id, { state: 'done', result: { ...result }, version: versionOf(facts), ...progress })
  } catch (error) {
    if (unwanted.signal.aborted) return
    if (signal.aborted) await putBack(id)
    else await finish(id, { state: 'failed', problem: error instanceof Error ? error.message : String(error) })
  } finally {
    ended.abort()
    await watching
  }
}

async function watch(
  id: string,
  progress: { round: number; gap: number | null },
  unwanted: AbortController,
  ended: AbortSignal,
): Promise<void> {
  while (!ended.aborted) {
    const { count } = await db.assignmentPlan
      .updateMany({ where: { id, state: 'running' }, data: { aliveAt: new Date(), ...progress } })
      .catch(() => ({ count: 1 }))
    if (count === 0 && !ended.aborted) return unwanted.abort()
    await sleep(LOOK_MS, undefined, { signal: ended }).catch(() => {})
  }
}

/** Only what is still under way comes to an end: a chair may have cancelled it in the same moment. */
async function finish(id: string, data: Parameters<typeof db.assignmentPlan.updateMany>[0]['data']): Promise<void> {
  await db.assignmentPlan.updateMany({ where: { id, state: 'running' }, data: { ...data, finishedAt: new Date() } })
}

async function putBack(id: string): Promise<void> {
  await transaction(async (tx) => {
    const { count } = await tx.assignmentPlan.updateMany({
      where: { id, state: 'running' },
      data: { state: 'queued', aliveAt: null },
    })
    if (count > 0) await jobs.send(tx, 'assignments')
  })
}
