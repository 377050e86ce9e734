import { cosines, jaccard, sharedPassages, shinglesOf } from '@/engines/similarity'
import type { AuthorizedEvent } from '@/features/access/queries'
import { can } from '@/features/access/rules'
import type { Actor } from '@/features/access/schema'
import { db } from '@/lib/db'
import { withoutConflict } from './conflicts'

/** What shares less with a proposal is not shown beside it; in a list of many, what shares less than half. */
const LEAST = 0.3
const LEAST_IN_LIST = 0.5

export interface SimilarProposal {
  code: string
  title: string
  event: { slug: string; name: string; isThis: boolean }
  submittedAt: Date
  /** Exact Jaccard similarity of the two texts, and the cosine of their titles: 0 to 1. */
  similarity: number
  titles: number
  /** What both say word for word. */
  passages: string[]
  /** Somebody speaks in both; null for who may not know. */
  hasSameSpeaker: boolean | null
  /** Made from the other on purpose: the same talk, proposed again. */
  isSameTalk: boolean | null
}

interface Row {
  code: string
  title: string
  abstract: string
  submittedAt: Date
  slug: string
  name: string
  hasSameSpeaker: boolean
  isSameTalk: boolean
}

/** Near-duplicates are evidence for those who decide, never a decision. */
export const seesSimilar = (actor: Actor, event: { id: string }) =>
  can(actor, 'list', 'decisions', { eventId: event.id })

/**
 * The submitted proposals of all events and years that say nearly the same, the nearest first; null for who does not
 * decide here. What the actor has a conflict with is not among them.
 */
export async function listSimilar(
  event: AuthorizedEvent,
  actor: Actor,
  code: string,
): Promise<SimilarProposal[] | null> {
  if (!seesSimilar(actor, event)) return null
  const own = await db.proposal.findFirst({
    where: { code: code.toUpperCase(), eventId: event.id, submittedAt: { not: null } },
    select: { id: true, originId: true, title: true, abstract: true, signature: { select: { bands: true } } },
  })
  if (!own?.signature) return []
  const { id, originId, signature } = own
  const rows = await db.$queryRaw<Row[]>`
    select p.code, p.title, p.abstract, p.submitted_at as "submittedAt", e.slug, e.name,
      exists (select from proposal_speaker a join proposal_speaker b on b.person_id = a.person_id
        where a.proposal_id = p.id and b.proposal_id = ${id}::uuid) as "hasSameSpeaker",
      coalesce(p.id = ${originId}::uuid or p.origin_id = ${id}::uuid or p.origin_id = ${originId}::uuid, false) as "isSameTalk"
    from proposal_signature s join proposal p on p.id = s.proposal_id join event e on e.id = p.event_id
    where s.bands && ${signature.bands}::int[] and p.id <> ${id}::uuid and p.submitted_at is not null
      and ${withoutConflict(actor)}
    order by (select count(*) from unnest(s.bands) band where band = any (${signature.bands}::int[])) desc, p.code
    limit 50`
  const seesNames = can(actor, 'get', 'proposals/identity', { eventId: event.id })
  const ownText = textOf(own)
  const shingles = shinglesOf(ownText)
  const titles = cosines(
    own.title,
    rows.map(({ title }) => title),
  )
  return rows
    .map((row, place) => ({ row, titles: titles[place] ?? 0, similarity: jaccard(shingles, shinglesOf(textOf(row))) }))
    .filter(({ similarity }) => similarity >= LEAST)
    .sort((a, b) => b.similarity - a.similarity)
    .map(({ row, titles, similarity }) => ({
      code: row.code,
      title: row.title,
      event: { slug: row.slug, name: row.name, isThis: row.slug === event.slug },
      submittedAt: row.submittedAt,
      similarity,
      titles,
      passages: sharedPassages(ownText, textOf(row)),
      hasSameSpeaker: seesNames ? row.hasSameSpeaker : null,
      isSameTalk: seesNames ? row.isSameTalk : null,
    }))
}

/**
 * For a list of an event's proposals: by code, the other proposals of any event that share at least half of its text,
 * the nearest first. Empty for who does not decide here. Compares what meets in two bands, never all pairs.
 */
export async function listSimilarInEvent(
  event: AuthorizedEvent,
  actor: Actor,
): Promise<Map<string, { code: string; title: string; event: string; similarity: number }[]>> {
  const found = new Map<string, { code: string; title: string; event: string; similarity: number }[]>()
  if (!seesSimilar(actor, event)) return found
  const pairs = await db.$queryRaw<{ one: string; other: string }[]>`
    with band as materialized (
      select s.proposal_id, p.event_id, unnest(s.bands) as band
      from proposal_signature s join proposal p on p.id = s.proposal_id
      where p.submitted_at is not null and ${withoutConflict(actor)}
    )
    select mine.proposal_id as one, theirs.proposal_id as other
    from band mine join band theirs on theirs.band = mine.band and theirs.proposal_id <> mine.proposal_id
    where mine.event_id = ${event.id}::uuid
    group by 1, 2 having count(*) >= 2`
  const texts = await readTexts([...new Set(pairs.flatMap(({ one, other }) => [one, other]))])
  for (const { one, other } of pairs) {
    const [mine, theirs] = [texts.get(one), texts.get(other)]
    if (!mine || !theirs) continue
    const similarity = jaccard(mine.shingles, theirs.shingles)
    if (similarity < LEAST_IN_LIST) continue
    const { code, title } = theirs
    found.set(mine.code, [...(found.get(mine.code) ?? []), { code, title, event: theirs.event, similarity }])
  }
  for (const all of found.values()) all.sort((a, b) => b.similarity - a.similarity)
  return found
}

async function readTexts(ids: string[]) {
  const rows = await db.$queryRaw<{ id: string; code: string; title: string; abstract: string; event: string }[]>`
    select p.id, p.code, p.title, p.abstract, e.name as event from proposal p join event e on e.id = p.event_id
    where p.id = any (${ids}::uuid[])`
  return new Map(rows.map((row) => [row.id, { ...row, shingles: shinglesOf(textOf(row)) }]))
}

const textOf = ({ title, abstract }: { title: string; abstract: string }) => `${title}\n${abstract}`
