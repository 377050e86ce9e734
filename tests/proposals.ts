import { type AuthorizedEvent, enter } from '@/features/access/queries'
import type { Person } from '@/features/access/schema'
import { announceDecisions, decideProposals } from '@/features/proposals/commands/decide'
import { type Decision, EMPTY_DRAFT, type ProposalDraft } from '@/features/proposals/schema'
import type { anOpenCall } from './factories'
import { aPerson, aProposal } from './factories'

export const aDraft: ProposalDraft = {
  ...EMPTY_DRAFT,
  title: 'What we deleted last year',
  abstract: 'Forty services, six of which nobody missed.',
  format: 'talk',
}

/** The event as the gate hands it out. */
export async function entered(event: { slug: string }): Promise<AuthorizedEvent> {
  const entry = await enter('open', { kind: 'visitor' }, event.slug)
  if (!entry.ok || !entry.event) throw new Error('This event is not there')
  return entry.event
}

/** A proposal that a chair of its event has decided, and announced unless told otherwise. */
export async function aDecidedProposal(
  facts: { decision?: Decision; isAnnounced?: boolean; call?: Awaited<ReturnType<typeof anOpenCall>> } = {},
) {
  const { decision = 'accepted', isAnnounced = true } = facts
  const { proposal, speaker, call } = await aProposal(facts.call ? { call: facts.call } : {})
  const event = await entered(call.event)
  const chair: Person = await aPerson({ roles: ['chair'], eventId: event.id })
  const now = new Date()
  const items = [{ code: proposal.code, decision, reason: null }]
  await decideProposals(chair, event, { items, dryRun: false }, now)
  if (isAnnounced) await announceDecisions(chair, event, { codes: [proposal.code], dryRun: false }, now)
  return { code: proposal.code, proposal, speaker, chair, call, event }
}
