import type { AuthorizedEvent } from '@/features/access/queries'
import { can } from '@/features/access/rules'
import type { Actor, Person } from '@/features/access/schema'
import { db } from '@/lib/db'
import { KeptContent, type ProposalDraft } from '../schema'
import { hasConflict } from './conflicts'

export interface Version {
  version: number
  savedAt: Date
  /** Null where it is not known, or not to be known. */
  savedBy: string | null
  text: ProposalDraft
}

/** Every text of a proposal of one's own, the last first; null where it is not theirs. */
export async function listOwnVersions(person: Person, code: string): Promise<Version[] | null> {
  const row = await db.proposal.findFirst({
    where: { code: code.toUpperCase(), speakers: { some: { personId: person.id } } },
    select: { id: true },
  })
  return row ? readVersions(row.id, true) : null
}

/**
 * The same for the committee: of a proposal that was handed in, that text and every one since; null for who may not
 * change it, speaks in it or has a conflict with it.
 */
export async function listCommitteeVersions(
  event: AuthorizedEvent,
  actor: Actor,
  code: string,
): Promise<Version[] | null> {
  if (!seesVersions(actor, event)) return null
  const row = await db.proposal.findFirst({
    where: {
      code: code.toUpperCase(),
      eventId: event.id,
      submittedAt: { not: null },
    },
    select: { id: true, submittedAt: true },
  })
  if (!row?.submittedAt || (await hasConflict(actor, row.id))) return null
  const versions = await readVersions(row.id, can(actor, 'get', 'proposals/identity', { eventId: event.id }))
  // What a draft said before it was handed in is its writers' alone.
  const handedIn = versions.findIndex(({ savedAt }) => row.submittedAt && savedAt <= row.submittedAt)
  return handedIn < 0 ? versions : versions.slice(0, handedIn + 1)
}

export const seesVersions = (actor: Actor, event: { id: string }) =>
  can(actor, 'update', 'proposals', { eventId: event.id })

async function readVersions(proposalId: string, isNamed: boolean): Promise<Version[]> {
  const rows = await db.proposalVersion.findMany({
    where: { proposalId },
    orderBy: { version: 'desc' },
    select: { version: true, content: true, savedAt: true, savedById: true },
  })
  const ids = isNamed ? [...new Set(rows.flatMap(({ savedById }) => savedById ?? []))] : []
  const people = await db.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return rows.flatMap(({ version, content, savedAt, savedById }) => {
    const kept = KeptContent.safeParse(content)
    if (!kept.success) return []
    const { aboutMe: _, call: __, accessCode: ___, ...text } = kept.data
    return [{ version, savedAt, savedBy: (savedById && names.get(savedById)) || null, text }]
  })
}
