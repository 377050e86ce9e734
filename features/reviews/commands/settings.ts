import type { AuthorizedEvent } from '@/features/access/queries'
import type { Caller } from '@/features/access/schema'
import { audit } from '@/lib/audit'
import { type Tx, transaction } from '@/lib/db'
import { slugify } from '@/lib/slug'
import { listCriteria } from '../queries/review'
import { countUses, listRounds } from '../queries/rounds'
import { criteriaIn, doOverlap, MOST_CRITERIA, refuseScale } from '../rules/rounds'
import type { CriterionInput, RoundInput, SettingsRefusal } from '../schema/settings'
import { lockRounds } from './first-round'

export type SettingsResult = { ok: true; id: string } | { ok: false; reason: SettingsRefusal }

/** What is changed, and the version of it that was in sight; no id: something new. */
interface Target {
  id: string | null
  version: number
}

/** Makes or changes a round: locked with all of its event's, refused where two would be open at once; audited. */
export function saveRound(
  actor: Caller,
  event: AuthorizedEvent,
  { id, version }: Target,
  input: RoundInput,
): Promise<SettingsResult> {
  return transaction(async (tx) => {
    await lockRounds(tx, event)
    const rounds = await listRounds(event.id, tx)
    const others = rounds.filter((round) => round.id !== id)
    const current = rounds.find((round) => round.id === id)
    if (id && !current) return { ok: false, reason: 'not-found' }
    if (current && current.version !== version) return { ok: false, reason: 'overtaken' }
    if (others.some((other) => other.name === input.name)) return { ok: false, reason: 'name-taken' }
    if (others.some((other) => doOverlap(other, input))) return { ok: false, reason: 'overlap' }
    const saved = current?.id
      ? await tx.reviewRound.update({
          where: { id: current.id, eventId: event.id },
          data: { ...input, version: version + 1 },
          select: { id: true },
        })
      : await tx.reviewRound.create({ data: { ...input, eventId: event.id }, select: { id: true } })
    const { isBlind, peers, namesReviewers, hasComments, mayAbstain } = input
    const detail = { isBlind, peers, namesReviewers, hasComments, mayAbstain }
    await record(tx, actor, event, id ? 'update' : 'create', 'review-rounds', saved.id, detail)
    return { ok: true, id: saved.id }
  })
}

/** Removes a round in which nothing was said; its own criteria go with it. */
export function removeRound(actor: Caller, event: AuthorizedEvent, id: string): Promise<SettingsResult> {
  return transaction(async (tx) => {
    await lockRounds(tx, event)
    const uses = (await countUses(event.id, tx)).rounds.get(id)
    if (uses === undefined) return { ok: false, reason: 'not-found' }
    if (uses > 0) return { ok: false, reason: 'has-scores' }
    await tx.reviewRound.delete({ where: { id, eventId: event.id } })
    await record(tx, actor, event, 'remove', 'review-rounds', id)
    return { ok: true, id }
  })
}

/**
 * Makes or changes a criterion. One with scores keeps its scale and its rounds: its words, weight and place may change.
 */
export function saveCriterion(
  actor: Caller,
  event: AuthorizedEvent,
  { id, version }: Target,
  input: CriterionInput,
): Promise<SettingsResult> {
  return transaction(async (tx) => {
    await lockRounds(tx, event)
    const [criteria, rounds] = [await listCriteria(event.id, tx), await listRounds(event.id, tx)]
    const current = criteria.find((criterion) => criterion.id === id)
    if (id && !current) return { ok: false, reason: 'not-found' }
    if (current && current.version !== version) return { ok: false, reason: 'overtaken' }
    if (input.roundId && !rounds.some((round) => round.id === input.roundId)) return { ok: false, reason: 'not-found' }
    const scale = refuseScale(input)
    if (scale) return { ok: false, reason: scale }
    const others = criteria.filter((criterion) => criterion.id !== id)
    if (others.some((other) => other.name === input.name)) return { ok: false, reason: 'name-taken' }
    const meant = input.roundId ? [{ id: input.roundId }] : [{ id: null }, ...rounds]
    if (meant.some((round) => criteriaIn(others, round).length >= MOST_CRITERIA))
      return { ok: false, reason: 'too-many' }
    if (current) {
      const { min, max, roundId } = current
      const isSame = min === input.min && max === input.max && roundId === input.roundId
      const uses = (await countUses(event.id, tx)).criteria.get(current.id) ?? 0
      if (!isSame && uses > 0) return { ok: false, reason: 'has-scores' }
    }
    const saved = current
      ? await tx.criterion.update({
          where: { id: current.id, eventId: event.id },
          data: { ...input, version: version + 1 },
          select: { id: true },
        })
      : await tx.criterion.create({
          data: { ...input, eventId: event.id, slug: freeSlug(input.name, criteria) },
          select: { id: true },
        })
    const { min, max, weight, roundId } = input
    await record(tx, actor, event, id ? 'update' : 'create', 'criteria', saved.id, { min, max, weight, roundId })
    return { ok: true, id: saved.id }
  })
}

/** Removes a criterion that nobody has scored. */
export function removeCriterion(actor: Caller, event: AuthorizedEvent, id: string): Promise<SettingsResult> {
  return transaction(async (tx) => {
    await lockRounds(tx, event)
    const uses = (await countUses(event.id, tx)).criteria.get(id)
    if (uses === undefined) return { ok: false, reason: 'not-found' }
    if (uses > 0) return { ok: false, reason: 'has-scores' }
    await tx.criterion.delete({ where: { id, eventId: event.id } })
    await record(tx, actor, event, 'remove', 'criteria', id)
    return { ok: true, id }
  })
}

function freeSlug(name: string, taken: { slug: string }[]): string {
  const slug = slugify(name, 'criterion')
  const isTaken = (wanted: string) => taken.some((other) => other.slug === wanted)
  for (let number = 2; ; number++) {
    const wanted = number === 2 ? slug : `${slug}-${number - 1}`
    if (!isTaken(wanted)) return wanted
  }
}

function record(
  tx: Tx,
  actor: Caller,
  event: AuthorizedEvent,
  verb: string,
  resource: string,
  resourceId: string,
  detail: Record<string, string | number | boolean | null> = {},
) {
  return audit.record(tx, { actor, verb, resource, resourceId, eventId: event.id, detail })
}
