import type { AuthorizedEvent } from '@/features/access/queries'
import { can } from '@/features/access/rules'
import type { Actor } from '@/features/access/schema'
import { getCall } from '@/features/calls/queries/calls'
import type { Answers } from '@/features/calls/schema/question'
import { type Tx, transaction } from '@/lib/db'
import { findOrCreatePerson } from '@/lib/session/people'
import { missingFor } from '../rules'
import type { ProposalDraft } from '../schema'
import { saveAboutMe } from './answers'
import { attachCode } from './codes'
import { invite } from './invite'
import { lockPerson, lockProposals } from './subject'
import { type Refused, type SaveResult, submit } from './submit'
import { createDraft, resolveChoices } from './text'

interface NewProposal {
  draft: ProposalDraft
  submit: boolean
  /** The kind of the call; without it the event's first. */
  call?: string | undefined
  accessCode?: string | undefined
  /** What the one who proposes answers about themselves. */
  aboutMe?: Answers | undefined
}

/**
 * A proposal in one call, drafted and on demand submitted. A speaker proposes for themselves, with the others named as
 * co-speakers; the committee (or a service) proposes for the people named, the first of them first. Refused, nothing
 * is left behind: whoever calls this has the text.
 */
export async function createProposal(
  actor: Exclude<Actor, { kind: 'visitor' }>,
  event: AuthorizedEvent,
  { draft, submit: isSubmitted, call: kind, accessCode, aboutMe }: NewProposal,
  now: Date,
): Promise<SaveResult> {
  try {
    return await transaction(async (tx) => {
      const call = await getCall(event.id, kind || null, tx)
      if (!call) return { ok: false, reason: 'no-call' }
      const found = await proposer(tx, actor, event, draft)
      if (!found.ok) return found
      const text = { ...draft, speakers: found.coSpeakers }
      const { ids, errors } = await resolveChoices(tx, event, text)
      if (errors.length > 0) return { ok: false, reason: 'invalid', errors }
      await lockPerson(tx, event, found.personId)
      const createdById = actor.kind === 'person' ? actor.id : null
      const facts = { event, callId: call.id, speakerId: found.personId, createdById, key: null, draft: text, ids }
      const row = await createDraft(tx, facts, now)
      const [subject] = row ? await lockProposals(tx, event, [row.code]) : []
      if (!row || !subject) throw new Error('A draft that was just written cannot be read')
      if (accessCode) await attachCode(tx, subject, accessCode)
      if (aboutMe) await saveAboutMe(tx, subject.id, found.personId, aboutMe)
      if (found.invites) await invite(tx, event, { ...subject, title: draft.title }, found.invites, now)
      const submission = { actor, event, subject, side: 'speaker' as const, draft: text, accessCode, now }
      const refused = isSubmitted && (await submit(tx, submission))
      if (refused) throw new RolledBack(refused)
      return { ok: true, code: row.code, version: row.version }
    })
  } catch (problem) {
    if (problem instanceof RolledBack) return problem.refused
    throw problem
  }
}

class RolledBack extends Error {
  constructor(readonly refused: Refused) {
    super(refused.reason)
  }
}

type Proposer =
  | {
      ok: true
      personId: string
      coSpeakers: ProposalDraft['speakers']
      /** For somebody else: they are asked to take it over. */
      invites: Parameters<typeof invite>[3] | null
    }
  | Refused

async function proposer(
  tx: Tx,
  actor: Exclude<Actor, { kind: 'visitor' }>,
  event: AuthorizedEvent,
  { speakers, ...draft }: ProposalDraft,
): Promise<Proposer> {
  const isNamed = ({ email }: { email: string }) => actor.kind === 'person' && email.toLowerCase() === actor.email
  const mayForOthers = can(actor, 'create', 'proposals', { eventId: event.id })
  const isForOthers = mayForOthers && speakers.length > 0 && !speakers.some(isNamed)
  if (actor.kind === 'person' && !isForOthers)
    return { ok: true, personId: actor.id, coSpeakers: speakers.filter((speaker) => !isNamed(speaker)), invites: null }
  if (!mayForOthers) return { ok: false, reason: 'forbidden' }
  const [first, ...coSpeakers] = speakers
  const errors = missingFor({ ...draft, speakers }).filter(({ path }) => path.startsWith('speakers.0'))
  if (!first) errors.push({ path: 'speakers', message: 'Name the people who speak' })
  if (!first || errors.length > 0) return { ok: false, reason: 'invalid', errors }
  const { person } = await findOrCreatePerson(tx, first)
  const asked = { kind: 'handover' as const, name: person.name, email: first.email }
  const by = actor.kind === 'person' ? actor : null
  return { ok: true, personId: person.id, coSpeakers, invites: { ...asked, by } }
}
