import type { AuthorizedEvent } from '@/features/access/queries'
import type { Caller } from '@/features/access/schema'
import { audit } from '@/lib/audit'
import { type Tx, transaction } from '@/lib/db'
import * as purge from '@/lib/purge'
import { slugify } from '@/lib/slug'
import type { ChoiceKind, ChoiceRow } from '../schema/forms'

type Result =
  | { ok: true }
  | { ok: false; reason: 'overtaken' | 'not-found' }
  | { ok: false; reason: 'in-use' | 'same-name'; row: number; count: number }

/**
 * Makes one of an event's lists what a form says, in its order. What proposals, slots or conditions use is not taken
 * away: then nothing is changed, and the refusal names the line.
 */
export function saveChoices(
  actor: Caller,
  event: AuthorizedEvent,
  { kind, version, rows }: { kind: ChoiceKind; version: number; rows: ChoiceRow[] },
): Promise<Result> {
  return transaction(async (tx) => {
    const [row] = await tx.$queryRaw<
      { version: number }[]
    >`select version from event where id = ${event.id}::uuid for update`
    if (row?.version !== version) return { ok: false, reason: 'overtaken' }
    const table = tables(tx)[kind]
    const existing = await table.list(event.id)
    const wanted = withSlugs(rows, existing)
    for (const { row, slug, isGone } of wanted) {
      const known = existing.find((choice) => choice.slug === slug)
      if (rows[row]?.slug && !known) return { ok: false, reason: 'not-found' }
      if (!isGone && wanted.some((other) => !other.isGone && other.row < row && other.name === rows[row]?.name))
        return { ok: false, reason: 'same-name', row, count: 0 }
      const count = isGone && known ? known.uses + (await countConditions(tx, event, kind, slug)) : 0
      if (count > 0) return { ok: false, reason: 'in-use', row, count }
    }
    for (const { slug } of wanted.filter(({ isGone }) => isGone)) await table.remove(event.id, slug)
    for (const [position, { row, slug, name, isNew }] of wanted.filter(({ isGone }) => !isGone).entries()) {
      const { minutes = null, color = null, capacity = null } = rows[row] ?? {}
      await table.write(event.id, { slug, name, position, minutes: minutes ?? 30, color, capacity }, isNew)
    }
    await tx.event.update({ where: { id: event.id }, data: { version: { increment: 1 } } })
    const facts = { verb: 'update', resource: `${kind}s`, resourceId: event.slug, eventId: event.id }
    await audit.record(tx, { actor, ...facts })
    await purge.tags(tx, [`event:${event.slug}`, 'events', `schedule:${event.slug}`])
    return { ok: true }
  })
}

interface Known {
  slug: string
  uses: number
}

/** A new line gets the slug of its words, with a number where that is taken; lines left empty are no lines. */
function withSlugs(rows: ChoiceRow[], existing: Known[]) {
  const taken = new Set(existing.map(({ slug }) => slug))
  return rows.flatMap(({ slug, name, isGone }, row) => {
    if (slug) return [{ row, slug, name: name || slug, isGone, isNew: false }]
    if (!name || isGone) return []
    let free = slugify(name, 'choice')
    for (let n = 2; taken.has(free); n++) free = `${slugify(name, 'choice')}-${n}`
    taken.add(free)
    return [{ row, slug: free, name, isGone: false, isNew: true }]
  })
}

interface Choice {
  slug: string
  name: string
  position: number
  minutes: number
  color: string | null
  capacity: number | null
}

/** The five lists in one shape. */
function tables(tx: Tx) {
  const at = (eventId: string, slug: string) => ({ eventId_slug: { eventId, slug } })
  const used = { select: { slug: true, _count: { select: { proposals: true } } } } as const
  const known = (rows: { slug: string; _count: object }[]): Known[] =>
    rows.map(({ slug, _count }) => ({
      slug,
      uses: Object.values<number>({ ..._count }).reduce((sum, n) => sum + n, 0),
    }))
  return {
    format: {
      list: async (eventId: string) => {
        const select = { slug: true, _count: { select: { proposals: true, calls: true } } } as const
        return known(await tx.format.findMany({ where: { eventId }, select }))
      },
      remove: (eventId: string, slug: string) => tx.format.delete({ where: at(eventId, slug) }),
      write: (eventId: string, { slug, name, position, minutes }: Choice, isNew: boolean) => {
        const data = { name, position, minutes }
        return isNew
          ? tx.format.create({ data: { ...data, eventId, slug } })
          : tx.format.update({ where: at(eventId, slug), data })
      },
    },
    track: {
      list: async (eventId: string) => known(await tx.track.findMany({ where: { eventId }, ...used })),
      remove: (eventId: string, slug: string) => tx.track.delete({ where: at(eventId, slug) }),
      write: (eventId: string, { slug, name, position, color }: Choice, isNew: boolean) => {
        const data = { name, position, color }
        return isNew
          ? tx.track.create({ data: { ...data, eventId, slug } })
          : tx.track.update({ where: at(eventId, slug), data })
      },
    },
    level: {
      list: async (eventId: string) => known(await tx.audienceLevel.findMany({ where: { eventId }, ...used })),
      remove: (eventId: string, slug: string) => tx.audienceLevel.delete({ where: at(eventId, slug) }),
      write: (eventId: string, { slug, name, position }: Choice, isNew: boolean) => {
        const data = { name, position }
        return isNew
          ? tx.audienceLevel.create({ data: { ...data, eventId, slug } })
          : tx.audienceLevel.update({ where: at(eventId, slug), data })
      },
    },
    room: {
      list: async (eventId: string) => {
        const select = { slug: true, _count: { select: { slots: true } } } as const
        return known(await tx.room.findMany({ where: { eventId }, select }))
      },
      remove: (eventId: string, slug: string) => tx.room.delete({ where: at(eventId, slug) }),
      write: (eventId: string, { slug, name, position, capacity }: Choice, isNew: boolean) => {
        const data = { name, position, capacity }
        return isNew
          ? tx.room.create({ data: { ...data, eventId, slug } })
          : tx.room.update({ where: at(eventId, slug), data })
      },
    },
    tag: {
      list: async (eventId: string) => known(await tx.tag.findMany({ where: { eventId }, ...used })),
      remove: (eventId: string, slug: string) => tx.tag.delete({ where: at(eventId, slug) }),
      write: (eventId: string, { slug, name, position }: Choice, isNew: boolean) => {
        const data = { name, position }
        return isNew
          ? tx.tag.create({ data: { ...data, eventId, slug } })
          : tx.tag.update({ where: at(eventId, slug), data })
      },
    },
  }
}

/** How many questions are asked because of this choice. */
async function countConditions(tx: Tx, event: AuthorizedEvent, kind: ChoiceKind, slug: string): Promise<number> {
  const condition = JSON.stringify([{ on: kind, is: [slug] }])
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from question where event_id = ${event.id}::uuid and conditions @> ${condition}::jsonb`
  return row?.count ?? 0
}
