import type { AuthorizedEvent } from '@/features/access/queries'
import { can } from '@/features/access/rules'
import type { Caller } from '@/features/access/schema'
import { audit } from '@/lib/audit'
import { type Tx, transaction } from '@/lib/db'
import * as purge from '@/lib/purge'
import { listQuestions } from '../queries/questions'
import { copiedQuestions } from '../rules/copy'

const CHOICES = { select: { slug: true, name: true, position: true } } as const
const PARTS = {
  id: true,
  startsOn: true,
  languages: true,
  calls: { select: { id: true, kind: true } },
  formats: { select: { ...CHOICES.select, minutes: true } },
  tracks: { select: { ...CHOICES.select, color: true } },
  levels: CHOICES,
  tags: CHOICES,
} as const

/**
 * Takes over from an earlier event what this one does not have: its formats, tracks, levels and tags, and then its
 * questions. Nothing that is here is changed. Only from an event whose settings the actor may see.
 */
export function copyFrom(
  actor: Caller,
  event: AuthorizedEvent,
  fromSlug: string,
): Promise<{ ok: true; questions: number } | { ok: false; reason: 'not-found' }> {
  return transaction(async (tx) => {
    await tx.$queryRaw`select 1 from event where id = ${event.id}::uuid for update`
    const from = await tx.event.findUnique({ where: { slug: fromSlug }, select: PARTS })
    if (!from || from.id === event.id || !can(actor, 'get', 'settings', { eventId: from.id }))
      return { ok: false, reason: 'not-found' }
    await copyChoices(tx, event, from)
    const here = await tx.event.findUniqueOrThrow({ where: { id: event.id }, select: PARTS })
    const own = await listQuestions(event.id, tx)
    const slugs = (choices: { slug: string }[]) => choices.map(({ slug }) => slug)
    const known = {
      call: here.calls.map(({ kind }) => kind),
      format: slugs(here.formats),
      track: slugs(here.tracks),
      level: slugs(here.levels),
      language: here.languages,
    }
    const shiftDays = from.startsOn && here.startsOn && (here.startsOn.getTime() - from.startsOn.getTime()) / 86_400_000
    const copies = copiedQuestions(await listQuestions(from.id, tx), own, { known, shiftDays })
    await tx.question.createMany({
      data: copies.map(({ call, ...question }, index) => ({
        ...question,
        eventId: event.id,
        callId: here.calls.find(({ kind }) => kind === call)?.id ?? null,
        position: own.length + index,
      })),
    })
    await tx.event.update({
      where: { id: event.id },
      data: { formVersion: { increment: 1 }, version: { increment: 1 } },
    })
    const detail = { from: fromSlug, questions: copies.length }
    await audit.record(tx, {
      actor,
      verb: 'create',
      resource: 'form',
      resourceId: event.slug,
      eventId: event.id,
      detail,
    })
    await purge.tags(tx, [`event:${event.slug}`, `schedule:${event.slug}`])
    return { ok: true, questions: copies.length }
  })
}

type Parts = Pick<Awaited<ReturnType<Tx['event']['findUniqueOrThrow']>>, 'id'> & {
  formats: { slug: string; name: string; position: number; minutes: number }[]
  tracks: { slug: string; name: string; position: number; color: string | null }[]
  levels: { slug: string; name: string; position: number }[]
  tags: { slug: string; name: string; position: number }[]
}

async function copyChoices(tx: Tx, { id: eventId }: AuthorizedEvent, from: Parts): Promise<void> {
  const mine = <Row extends object>(rows: Row[]) => ({
    data: rows.map((row) => ({ ...row, eventId })),
    skipDuplicates: true,
  })
  await tx.format.createMany(mine(from.formats))
  await tx.track.createMany(mine(from.tracks))
  await tx.audienceLevel.createMany(mine(from.levels))
  await tx.tag.createMany(mine(from.tags))
}
