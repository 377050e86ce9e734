import type { AuthorizedEvent } from '@/features/access/queries'
import { db } from '@/lib/db'
import { type LoggedMove, lastUndoable } from '../rules'

/**
 * Of each proposal of the event (of these alone, where they are named), by code, the move that an undo would undo: what
 * `undoMoves` wants to be told.
 */
export async function listUndoable(
  event: AuthorizedEvent,
  codes: string[] | null = null,
): Promise<Map<string, LoggedMove>> {
  const rows = await db.$queryRaw<(LoggedMove & { code: string })[]>`
    select p.code, m.id::text as id, m.move, m.detail ->> 'undoes' as undoes
    from proposal_move m join proposal p on p.id = m.proposal_id
    where p.event_id = ${event.id}::uuid and p.withdrawn_at is null and p.cancelled_at is null
      and (${codes === null} or p.code = any (${codes ?? []}))
    order by m.id`
  const logs = new Map<string, LoggedMove[]>()
  for (const { code, ...entry } of rows) logs.set(code, [...(logs.get(code) ?? []), entry])
  return new Map(
    [...logs].flatMap(([code, log]): [string, LoggedMove][] => {
      const last = lastUndoable(log)
      return last ? [[code, last]] : []
    }),
  )
}
