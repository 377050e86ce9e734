import { cosines, jaccard, sharedPassages, shinglesOf } from '@/engines/similarity'
import type { AuthorizedEvent } from '@/features/access/queries'
import { can } from '@/features/access/rules'
import type { Actor } from '@/features/access/schema'
import { db } from '@/lib/db'
import { conflictsOf, withoutConflict } from './conflicts'

/** What shares less with a proposal is not shown beside it; in a list of many, what shares less than half. */
const LEAST = 0.3
const LEAST_IN_LIST = 0.5
/** So many of the nearest are compared word by word. */
const MOST_NEAR = 50

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
    limit ${MOST_NEAR}`
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

/** The same beside a row of a list. */
export interface SimilarInList {
  code: string
  title: string
  event: { name: string; isThis: boolean }
  similarity: number
}

/**
 * For a list of an event's proposals (of these alone, where they are named): by code, the other proposals of any event
 * that share at least half of its text, the nearest first. Empty for who does not decide here. Compares what meets in
 * two bands, never all pairs.
 */
export async function listSimilarInEvent(
  event: AuthorizedEvent,
  actor: Actor,
  codes: string[] | null = null,
): Promise<Map<string, SimilarInList[]>> {
  const found = new Map<string, SimilarInList[]>()
  if (!seesSimilar(actor, event) || codes?.length === 0) return found
  const pairs = await db.$queryRaw<{ one: string; other: string }[]>`
    with hidden as materialized (${conflictsOf(actor)}), mine as (
      select p.id, s.bands from proposal_signature s join proposal p on p.id = s.proposal_id
      where p.event_id = ${event.id}::uuid and p.submitted_at is not null and p.id not in (select proposal_id from hidden)
        and (${codes === null} or p.code = any (${codes ?? []}))
    )
    select mine.id as one, near.id as other from mine cross join lateral (
      select p.id from (
        select s.proposal_id, (select count(*) from unnest(s.bands) band where band = any (mine.bands)) as met
        from proposal_signature s where s.bands && mine.bands and s.proposal_id <> mine.id
      ) s join proposal p on p.id = s.proposal_id
      where s.met >= 2 and p.submitted_at is not null and p.id not in (select proposal_id from hidden)
      order by s.met desc, p.code limit ${MOST_NEAR}
    ) near`
  const texts = await readTexts([...new Set(pairs.flatMap(({ one, other }) => [one, other]))])
  for (const { one, other } of pairs) {
    const [mine, theirs] = [texts.get(one), texts.get(other)]
    if (!mine || !theirs) continue
    const similarity = jaccard(mine.shingles, theirs.shingles)
    if (similarity < LEAST_IN_LIST) continue
    const { code, title, event: name, eventId } = theirs
    const near: SimilarInList = { code, title, event: { name, isThis: eventId === event.id }, similarity }
    found.set(mine.code, [...(found.get(mine.code) ?? []), near])
  }
  for (const all of found.values()) all.sort((a, b) => b.similarity - a.similarity)
  return found
}

async function readTexts(ids: string[]) {
  const rows = await db.$queryRaw<
    { id: string; code: string; title: string; abstract: string; event: string; eventId: string }[]
  >`
    select p.id, p.code, p.title, p.abstract, e.name as event, e.id as "eventId" from proposal p join event e on e.id = p.event_id
    where p.id = any (${ids}::uuid[])`
  return new Map(rows.map((row) => [row.id, { ...row, shingles: shinglesOf(textOf(row)) }]))
}

const textOf = ({ title, abstract }: { title: string; abstract: string }) => `${title}\n${abstract}`
