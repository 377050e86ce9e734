import type { AuthorizedEvent } from '@/features/access/queries'
import type { Tx } from '@/lib/db'
import { conflictsAmong } from '../queries/conflicts'
import { sideFor } from '../rules'
import type { Side } from '../schema'
import type { MoveName, Refusal } from '../table'
import { lockProposals, type Mover, type Subject, standingOf } from './subject'

/** A proposal for which it cannot be done, and for a mail with gaps the placeholders that make them. */
export type RefusedItem = { code: string; reason: Refusal; title?: string; names?: string[] }
export type BatchRefused = { ok: false; reason: Refusal; refused: RefusedItem[] }
type Judged = { ok: true; subjects: Subject[] } | BatchRefused

/** Locks the proposals and asks about each; one refusal refuses all. */
export async function judge(
  tx: Tx,
  move: MoveName,
  actor: Exclude<Mover, { kind: 'system' }>,
  event: AuthorizedEvent,
  codes: string[],
  refuse: (subject: Subject, side: Side) => Refusal | null | Promise<Refusal | null>,
): Promise<Judged> {
  const subjects = await lockProposals(tx, event, codes)
  const conflicts = await conflictsAmong(
    actor,
    subjects.map(({ id }) => id),
    tx,
  )
  const byCode = new Map(subjects.map((subject) => [subject.code, subject]))
  const refused: RefusedItem[] = []
  for (const code of codes) {
    const subject = byCode.get(code)
    const side = subject?.submittedAt
      ? sideFor(move, standingOf(move, actor, event, subject, conflicts))
      : ('not-found' as const)
    const reason = !subject || (side !== 'speaker' && side !== 'committee') ? side : await refuse(subject, side)
    if (reason && reason !== 'speaker' && reason !== 'committee') refused.push({ code, reason })
  }
  const [first] = refused
  if (first) return { ok: false, reason: first.reason, refused }
  // In the order in which they were named.
  return { ok: true, subjects: codes.flatMap((code) => byCode.get(code) ?? []) }
}
