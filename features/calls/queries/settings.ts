import type { AuthorizedEvent } from '@/features/access/queries'
import { scopeOf } from '@/features/access/rules'
import type { Person } from '@/features/access/schema'
import { db } from '@/lib/db'
import { listQuestions } from './questions'

const CHOICES = { orderBy: { position: 'asc' }, select: { slug: true, name: true } } as const

/** What the builder of an event's form shows: its questions and what their conditions may look at. */
export async function getFormSettings(event: AuthorizedEvent) {
  const [row, questions] = await Promise.all([
    db.event.findUniqueOrThrow({
      where: { id: event.id },
      select: {
        formVersion: true,
        languages: true,
        calls: { orderBy: [{ position: 'asc' }, { kind: 'asc' }], select: { kind: true, name: true } },
        formats: { ...CHOICES, select: { ...CHOICES.select, minutes: true } },
        tracks: CHOICES,
        levels: CHOICES,
        tags: CHOICES,
      },
    }),
    listQuestions(event.id),
  ])
  return { ...row, questions }
}
export type FormSettings = Awaited<ReturnType<typeof getFormSettings>>

/** One call of an event with its codes, as its chairs set it; null where there is none of that kind. */
export async function getCallSettings(event: AuthorizedEvent, kind: string) {
  return db.call.findUnique({
    where: { eventId_kind: { eventId: event.id, kind } },
    select: {
      kind: true,
      name: true,
      version: true,
      timeZone: true,
      opensAt: true,
      closesAt: true,
      graceMinutes: true,
      limitPerPerson: true,
      byInvitation: true,
      languages: true,
      guidance: true,
      formats: { select: { closesAt: true, format: { select: { slug: true } } } },
      tracks: { select: { track: { select: { slug: true } } } },
      codes: {
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        select: { id: true, code: true, note: true, mostUses: true, uses: true, expiresAt: true },
      },
      _count: { select: { proposals: true } },
    },
  })
}
export type CallSettings = NonNullable<Awaited<ReturnType<typeof getCallSettings>>>

/** The calls of an event, each with how many have proposed to it. */
export async function listCallSettings(event: AuthorizedEvent) {
  return db.call.findMany({
    where: { eventId: event.id },
    orderBy: [{ position: 'asc' }, { kind: 'asc' }],
    select: {
      kind: true,
      name: true,
      opensAt: true,
      closesAt: true,
      closesByDay: true,
      timeZone: true,
      byInvitation: true,
      _count: { select: { proposals: true } },
    },
  })
}

/** The other events whose settings this person may see: what a form can be copied from. The latest first. */
export async function listCopySources(actor: Person, event: AuthorizedEvent) {
  const scope = scopeOf(actor, 'get', 'settings')
  return db.event.findMany({
    where: { id: { not: event.id, ...(scope.everywhere ? {} : { in: scope.eventIds }) }, questions: { some: {} } },
    orderBy: [{ startsOn: 'desc' }, { name: 'asc' }],
    select: { slug: true, name: true },
  })
}
