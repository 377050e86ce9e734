import type { AuthorizedEvent } from '@/features/access/queries'
import type { Actor } from '@/features/access/schema'
import { eyesOf, redactedProposal } from '@/features/proposals/queries/redacted'
import { db } from '@/lib/db'
import { type Because, sharedSurname } from '../rules/conflicts'
import { listConflictPairs } from './conflicts'

export interface Evidence {
  /** Who does not review it, and why; what they declared in their own words. */
  conflicts: { name: string; slug: string; because: Because[]; reason: string | null }[]
  /** Who of the committee shares a surname with a speaker, which proves nothing and stops nobody. */
  surnames: { name: string; slug: string; speaker: string }[]
}

/** Who of the committee is, or may be, connected with a proposal: for those who know its names. Null for others. */
export async function getEvidence(event: AuthorizedEvent, actor: Actor, code: string): Promise<Evidence | null> {
  const eyes = await eyesOf(event, actor)
  const proposal = eyes.seesAddresses ? await redactedProposal(eyes, code) : null
  if (!proposal?.speakers) return null
  const pairs = (await listConflictPairs(event)).filter(({ proposalId }) => proposalId === proposal.id)
  const [committee, declared] = await Promise.all([
    db.$queryRaw<{ id: string; name: string; slug: string }[]>`
      select distinct p.id, p.name, p.slug from person p
      left join team_member m on m.person_id = p.id
      join role_binding b on (b.person_id = p.id or b.team_id = m.team_id) and b.role in ('reviewer', 'chair')
        and (b.event_id is null or b.event_id = ${event.id}::uuid)
      order by p.name, p.slug`,
    db.conflict.findMany({ where: { proposalId: proposal.id }, select: { personId: true, reason: true } }),
  ])
  const because = new Map(pairs.map((pair) => [pair.reviewerId, pair.because]))
  const reasons = new Map(declared.map(({ personId, reason }) => [personId, reason]))
  const speakers = proposal.speakers
  return {
    conflicts: committee.flatMap(({ id, name, slug }) => {
      const found = because.get(id)
      return found ? [{ name, slug, because: found, reason: reasons.get(id) ?? null }] : []
    }),
    surnames: committee
      .filter(({ slug }) => !speakers.some((speaker) => speaker.slug === slug))
      .flatMap(({ name, slug }) =>
        speakers
          .filter((speaker) => sharedSurname(name, speaker.name) !== null)
          .map((speaker) => ({ name, slug, speaker: speaker.name })),
      ),
  }
}
