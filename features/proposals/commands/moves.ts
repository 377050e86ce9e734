import type { AuthorizedEvent } from '@/features/access/queries'
import type { Actor } from '@/features/access/schema'
import { type Tx, transaction } from '@/lib/db'
import { textOf } from '../queries/facts'
import { listUnanswered } from '../queries/later'
import { refuseMove } from '../rules'
import type { MoveName, Refusal } from '../table'
import { recordMoves } from './record'
import { takeSnapshots } from './snapshot'
import { lockFor } from './subject'
import { lockProposer, type Refused, submit } from './submit'

export type MoveResult = { ok: true; code: string } | Refused
type Mover = Exclude<Actor, { kind: 'visitor' }>

/** Hands a draft in as it was last saved. */
export function submitDraft(actor: Mover, event: AuthorizedEvent, code: string, now: Date): Promise<MoveResult> {
  return transaction(async (tx) => {
    await lockProposer(tx, event, code)
    const found = await lockFor(tx, 'submit', actor, event, code)
    if (!found.ok) return found
    const { subject, side } = found
    const refused = await submit(tx, { actor, event, subject, side, draft: textOf(subject), now })
    return refused ?? { ok: true, code: subject.code }
  })
}

/** Takes a proposal back. */
export const withdrawProposal = mover('withdraw')
/** The speaker will give the talk; the committee may say so for them, also after the day by which it was asked. */
export const confirmProposal = mover('confirm')
/** The speaker will not give the talk. */
export const declineProposal = mover('decline')
/** A confirmed session will not take place. */
export const cancelProposal = mover('cancel')

/** A move that needs no more than its name: locked, judged by the table, recorded with its mail. */
function mover(move: MoveName) {
  return (actor: Mover, event: AuthorizedEvent, code: string, now: Date): Promise<MoveResult> =>
    transaction((tx) => make(tx, move, actor, event, code, now))
}

async function make(
  tx: Tx,
  move: MoveName,
  actor: Mover,
  event: AuthorizedEvent,
  code: string,
  now: Date,
): Promise<{ ok: true; code: string } | { ok: false; reason: Refusal }> {
  const found = await lockFor(tx, move, actor, event, code)
  if (!found.ok) return found
  const { subject, side } = found
  const unanswered = move === 'confirm' && side === 'speaker' ? await listUnanswered(subject.id, now, tx) : []
  const reason = refuseMove(move, { facts: subject, side, now, unanswered: unanswered.length })
  if (reason) return { ok: false, reason }
  await recordMoves(tx, move, actor, event, [{ subject, side, input: { now } }])
  const speakers = subject.speakers.flatMap(({ person, isAccepted }) => (isAccepted ? person.id : []))
  if (move === 'confirm') await takeSnapshots(tx, event, speakers, now)
  return { ok: true, code: subject.code }
}
