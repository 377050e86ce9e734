import type { DraftSession, DraftView, ShownSlot } from '../queries/draft'
import type { EditorFocus } from '../schema'

/** What an editor holds and may put down: a session or break that is new, or a slot. */
export type InHand =
  | { kind: 'session'; session: DraftSession; id: null; people: string[]; minutes: number; query: string }
  | { kind: 'break'; id: null; people: string[]; minutes: number; query: string }
  | { kind: 'slot'; slot: ShownSlot; id: string; people: string[]; minutes: number; query: string }

const BREAK_MINUTES = 30
const UNSTATED_MINUTES = 30

export function inHand(draft: DraftView, { place, slot: number, done }: EditorFocus): InHand | null {
  if (done) return null
  if (place === 'break') return { kind: 'break', id: null, people: [], minutes: BREAK_MINUTES, query: 'place=break' }
  const session = draft.unplaced.find(({ code }) => code === place) ?? again(draft, place)
  if (session) {
    const people = session.speakers.map(({ id }) => id)
    const minutes = session.minutes ?? UNSTATED_MINUTES
    return { kind: 'session', session, id: null, people, minutes, query: `place=${session.code}` }
  }
  const slot = draft.slots.find((each) => each.number === number)
  if (!slot) return null
  return { kind: 'slot', slot, id: slot.id, people: slot.people, minutes: slot.minutes, query: `slot=${slot.number}` }
}

/** A session that is placed may be given a second time. */
function again({ slots }: DraftView, code: string | null): DraftSession | null {
  return slots.find(({ session }) => session && session.code === code)?.session ?? null
}
