import type { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/db'
import { freshUntil, touch } from '@/lib/front/tags'
import { type CallState, callState } from '../rules'

export interface LiveCall {
  slug: string
  name: string
  timeZone: string
  state: CallState
  opensAt: Date | null
  closesAt: Date | null
  closesByDay: boolean
}

const select = {
  slug: true,
  name: true,
  timeZone: true,
  calls: { where: { kind: 'talks' }, select: { opensAt: true, closesAt: true, closesByDay: true } },
} satisfies Prisma.EventSelect

/** The calls for talks of these events; an answer says until when it holds. */
export async function listCalls(slugs: string[], now: Date): Promise<LiveCall[]> {
  touch(...slugs.map((slug) => `event:${slug}`))
  if (slugs.length === 0) return []
  const events = await db.event.findMany({ where: { slug: { in: slugs } }, select })
  return events.map((event) => callOf(event, now))
}

/** Every call that is open now, the next to close first. */
export async function listOpenCalls(now: Date): Promise<LiveCall[]> {
  touch('events')
  const events = await db.event.findMany({
    where: { calls: { some: { kind: 'talks', OR: [{ closesAt: { gt: now } }, { opensAt: { gt: now } }] } } },
    select,
  })
  return events
    .map((event) => callOf(event, now))
    .filter(({ state }) => state === 'open')
    .sort(
      (a, b) =>
        (a.closesAt?.getTime() ?? Number.POSITIVE_INFINITY) - (b.closesAt?.getTime() ?? Number.POSITIVE_INFINITY),
    )
}

function callOf({ calls: [call], ...event }: Prisma.EventGetPayload<{ select: typeof select }>, now: Date): LiveCall {
  const { opensAt = null, closesAt = null, closesByDay = false } = call ?? {}
  for (const moment of [opensAt, closesAt]) if (moment && moment > now) freshUntil(moment)
  return { ...event, opensAt, closesAt, closesByDay, state: callState(call ?? null, now) }
}
