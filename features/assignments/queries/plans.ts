import { setTimeout as sleep } from 'node:timers/promises'
import type { AuthorizedEvent } from '@/features/access/queries'
import { db } from '@/lib/db'
import { PlanResult, PlanSettings } from '../schema'

export const resultOf = (stored: unknown): PlanResult | null => PlanResult.safeParse(stored).data ?? null
export const settingsOf = (stored: unknown): PlanSettings => PlanSettings.parse(stored)

/** How far the plan is that a chair asked for last, or this one; null where there is none. */
export async function getPlan(event: AuthorizedEvent, id?: string) {
  const plan = await db.assignmentPlan.findFirst({
    where: { eventId: event.id, ...(id ? { id } : {}) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  return plan && { ...plan, settings: settingsOf(plan.settings), result: resultOf(plan.result) }
}
export type Plan = NonNullable<Awaited<ReturnType<typeof getPlan>>>

/** What a chair set for the event's next plan. */
export async function getSettings(
  event: AuthorizedEvent,
): Promise<Pick<PlanSettings, 'reviewsPerProposal' | 'reviewerLoad'>> {
  return db.event.findUniqueOrThrow({
    where: { id: event.id },
    select: { reviewsPerProposal: true, reviewerLoad: true },
  })
}

const LOOK_MS = 150

/** The plan once it is worked out, failed or dropped; as it then is where that takes longer than this many milliseconds. */
export async function waitForPlan(event: AuthorizedEvent, id: string, longest: number): Promise<Plan | null> {
  for (const until = Date.now() + longest; ; await sleep(LOOK_MS)) {
    const plan = await getPlan(event, id)
    if ((plan?.state !== 'queued' && plan?.state !== 'running') || Date.now() > until) return plan
  }
}
