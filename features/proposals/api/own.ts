import type { Person } from '@/features/access/schema'
import { eventOf } from '@/features/api/schema'
import { getOwnProposal, type OwnProposal } from '../queries/own'
import { type Asked, codeOf } from './resource'

/** The proposal that an address names, where the caller speaks in it and it belongs to the event; else null. */
export async function ownOf(call: Asked, person: Person): Promise<OwnProposal | null> {
  const own = await getOwnProposal(person, codeOf(call), call.now)
  return own?.event.slug === eventOf(call).slug ? own : null
}
