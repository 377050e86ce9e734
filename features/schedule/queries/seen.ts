import type { DraftRow, SessionRow } from './draft-row'

/** A session as somebody with a conflict of interest knows it: decided as its speakers were told, not as it is. */
export const asTold = <Session extends SessionRow>(session: Session, conflicting: ReadonlySet<string>): Session =>
  conflicting.has(session.id) ? { ...session, decision: session.announced } : session

type Slot = DraftRow['slots'][number]

/**
 * The draft as its editor may know it: without the slots of proposals that they have a conflict with and of whose
 * acceptance the speakers have not been told. `hidden` are those slots: they stand in nobody's way.
 */
export function seenOf(row: DraftRow, conflicting: ReadonlySet<string>): { seen: DraftRow; hidden: Slot[] } {
  const isHidden = ({ proposal }: Slot) =>
    proposal !== null && conflicting.has(proposal.id) && proposal.announced !== 'accepted'
  const slots = row.slots
    .filter((slot) => !isHidden(slot))
    .map((slot) => (slot.proposal ? { ...slot, proposal: asTold(slot.proposal, conflicting) } : slot))
  return { seen: { ...row, slots }, hidden: row.slots.filter(isHidden) }
}
