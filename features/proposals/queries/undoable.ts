import type { AuthorizedEvent } from '@/features/access/queries'
import { db } from '@/lib/db'
import { lastUndoable } from '../rules'

interface Logged {
  code: string
  id: string
  move: string
  undoes: string | null
}

/** Of each of these proposals the move that an undo would undo, by its number in the log; absent where there is none. */
export async function listUndoable(event: AuthorizedEvent, codes: string[]): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<Logged[]>`
    select p.code, m.id::text, m.move, m.detail->>'undoes' as undoes
    from proposal_move m join proposal p on p.id = m.proposal_id
    where p.event_id = ${event.id}::uuid and p.code = any (${codes}) order by m.id`
  const found = new Map<string, string>()
  for (const code of new Set(codes)) {
    const last = lastUndoable(rows.filter((row) => row.code === code))
    if (last) found.set(code, last.id)
  }
  return found
}
