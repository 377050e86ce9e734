import type { AuthorizedEvent } from '@/features/access/queries'
import type { Actor } from '@/features/access/schema'
import { findStanding, listStates, type Standing, type StateOf } from '@/features/reviews/queries/standing'
import { type Order, orderOf, UNSCORED } from '../rules/order'
import type { Flag, StoredCalibration } from '../schema'

/** A place by calibrated score, beside the one by plain mean. */
export interface Placed extends StateOf {
  code: string
  /** Mean of its reviews from 1 to 5, null without any, their standard deviation, and how many they are. */
  raw: number | null
  spread: number | null
  reviews: number
  /** What the average reviewer would give it, from 1 to 5, with its 95 % interval; null without a review. */
  calibrated: number | null
  low: number | null
  high: number | null
  flags: Flag[]
  place: number
  rawPlace: number
}
export interface Calibrated extends Placed, Standing {}

type Scores = Pick<StoredCalibration, 'proposals'>

/**
 * The place of every submitted proposal by its calibrated score, the best first: scores as they were worked out last,
 * states as they are now. What the actor has a conflict with is not among them.
 */
export async function listPlaces(event: AuthorizedEvent, actor: Actor, { proposals }: Scores): Promise<Placed[]> {
  const states = await listStates(event, actor)
  const order = knownOrder(proposals)
  const rawPlaces = new Map<string, number>()
  for (const { code } of order.byMean) if (states.has(code)) rawPlaces.set(code, rawPlaces.size + 1)
  const places: Placed[] = []
  for (const score of order.byScore) {
    const own = states.get(score.code)
    if (own) places.push(placed(score, own, places.length + 1, rawPlaces.get(score.code) ?? 0))
  }
  const unscored = [...states.keys()].filter((code) => !rawPlaces.has(code)).sort()
  for (const code of unscored) {
    const place = places.length + 1
    places.push(placed({ code, ...UNSCORED }, states.get(code) ?? NEVER, place, place))
  }
  return places
}

/** Written out: twenty thousand objects that are spread take ten times as long. */
function placed(score: Scored, { state, isNews }: StateOf, place: number, rawPlace: number): Placed {
  const { code, raw, spread, reviews, calibrated, low, high, flags } = score
  return { code, state, isNews, raw, spread, reviews, calibrated, low, high, flags, place, rawPlace }
}
type Scored = Omit<Placed, 'state' | 'isNews' | 'place' | 'rawPlace'>

const NEVER: StateOf = { state: 'submitted', isNews: false }

/** With what is shown of each, in the order of these places; what has gone meanwhile is left out. */
export async function describePlaces(event: AuthorizedEvent, actor: Actor, places: Placed[]): Promise<Calibrated[]> {
  const known = await findStanding(
    event,
    actor,
    places.map(({ code }) => code),
  )
  return places.flatMap((place) => {
    const standing = known.get(place.code)
    return standing ? [{ ...place, ...standing }] : []
  })
}

export const listRanking = async (event: AuthorizedEvent, actor: Actor, scores: Scores): Promise<Calibrated[]> =>
  describePlaces(event, actor, await listPlaces(event, actor, scores))

/** Scores do not change once they are worked out: their order is found once. */
const orders = new WeakMap<object, Order>()

function knownOrder(proposals: StoredCalibration['proposals']): Order {
  const order = orders.get(proposals) ?? orderOf(proposals)
  orders.set(proposals, order)
  return order
}
