import type { AuthorizedEvent } from '@/features/access/queries'
import type { Person } from '@/features/access/schema'
import { getCall } from '@/features/calls/queries/calls'
import { takesFormat, takesTrack } from '@/features/calls/rules/windows'
import { audit } from '@/lib/audit'
import { transaction } from '@/lib/db'
import { TEXT, textOf } from '../queries/facts'
import type { ProposalDraft } from '../schema'
import { lockPerson } from './subject'
import { createDraft, resolveChoices } from './text'

/**
 * Makes a talk that the actor has proposed before a new draft for another call, linked to where it comes from. What the
 * new event does not have (its formats, tracks, tags, questions) is left open. Asked twice, the draft that there is
 * already is answered.
 */
export function proposeAgain(
  actor: Person,
  event: AuthorizedEvent,
  { code, kind }: { code: string; kind: string },
  now: Date,
): Promise<{ ok: true; code: string } | { ok: false; reason: 'not-found' | 'no-call' }> {
  return transaction(async (tx) => {
    const origin = await tx.proposal.findFirst({
      where: { code: code.toUpperCase(), speakers: { some: { personId: actor.id, isAccepted: true } } },
      select: { ...TEXT, id: true },
    })
    if (!origin) return { ok: false, reason: 'not-found' }
    const call = await getCall(event.id, kind, tx)
    if (!call) return { ok: false, reason: 'no-call' }
    await lockPerson(tx, event, actor.id)
    const known = await tx.proposal.findFirst({
      where: { originId: origin.id, callId: call.id, submittedAt: null, speakers: { some: { personId: actor.id } } },
      select: { code: true },
    })
    if (known) return { ok: true, code: known.code }
    const old = textOf(origin)
    // Who spoke then is not asked to speak again by a click.
    const wanted: ProposalDraft = { ...old, speakers: [], answers: {} }
    const { errors } = await resolveChoices(tx, event, wanted)
    const isUnknown = (path: string) => errors.some((error) => error.path === path)
    const draft: ProposalDraft = {
      ...wanted,
      format: isUnknown('format') || !takesFormat(call, old.format) ? null : old.format,
      track: isUnknown('track') || !takesTrack(call, old.track) ? null : old.track,
      level: isUnknown('level') ? null : old.level,
      tags: isUnknown('tags') ? [] : old.tags,
      projects: isUnknown('projects') ? [] : old.projects,
    }
    const { ids } = await resolveChoices(tx, event, draft)
    const facts = { event, callId: call.id, speakerId: actor.id, createdById: actor.id, key: null, draft, ids }
    const row = await createDraft(tx, facts, now)
    if (!row) throw new Error('A draft without a key was refused')
    await tx.proposal.update({ where: { id: row.id }, data: { originId: origin.id } })
    const audited = { actor, verb: 'propose-again', resource: 'proposals', resourceId: row.code }
    await audit.record(tx, { ...audited, eventId: event.id, detail: { from: code.toUpperCase() } })
    return { ok: true, code: row.code }
  })
}
