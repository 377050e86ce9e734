import { can } from '@/features/access/rules'
import { db } from '@/lib/db'
import type { Ids } from '../rules/foreign-ids'
import type { PortableEvent, Source } from '../schema/portable'
import type { Eyes } from './redacted'

/** The times of these proposals, and of breaks, on the draft; none for who may not read the draft. */
export async function readSlots(
  { actor, event }: Eyes,
  { ids, source, shown }: { ids: Ids; source: Source | null; shown: Map<string, string> },
): Promise<Pick<PortableEvent, 'timeZone' | 'rooms' | 'slots'>> {
  const { timeZone } = await db.event.findUniqueOrThrow({ where: { id: event.id }, select: { timeZone: true } })
  if (!can(actor, 'get', 'schedule', { eventId: event.id })) return { timeZone, rooms: [], slots: [] }
  const rows = await db.slot.findMany({
    where: { eventId: event.id, OR: [{ proposalId: null }, { proposalId: { in: [...shown.keys()] } }] },
    orderBy: [{ startsAt: 'asc' }, { room: { position: 'asc' } }, { room: { name: 'asc' } }],
    select: {
      ...{ id: true, proposalId: true, title: true, startsAt: true, minutes: true },
      room: { select: { name: true } },
      foreignRecords: { where: { source: source ?? '' }, select: { foreignId: true } },
    },
  })
  const slots = rows.map(({ id, proposalId, title, room, startsAt, minutes, foreignRecords }) => ({
    id: ids.slot({ id }, foreignRecords[0]?.foreignId),
    proposal: proposalId && (shown.get(proposalId) ?? null),
    title: proposalId ? null : title,
    room: room.name,
    startsAt,
    minutes,
  }))
  return { timeZone, rooms: [...new Set(slots.map((slot) => slot.room))], slots }
}
