import { formatMoment } from '@/lib/time-words'
import { phaseOf } from '../rules/rounds'
import type { CriterionFacts, RoundFacts } from '../schema'
import { SETTINGS_REFUSALS } from '../schema/settings'

const PHASES = { before: 'to come', open: 'open', over: 'over' } as const

/** A round in one line. */
export function roundFacts(round: RoundFacts, { now, zone }: { now: Date; zone: string }): string {
  const { opensAt, closesAt, isBlind } = round
  const from = opensAt ? `from ${formatMoment(opensAt, zone, 'en')}` : ''
  const to = closesAt ? `until ${formatMoment(closesAt, zone, 'en')}` : ''
  return [PHASES[phaseOf(round, now)], from, to, isBlind ? 'without names' : 'with names'].filter(Boolean).join(' · ')
}

/** A criterion in one line. */
export function criterionFacts(criterion: CriterionFacts, rounds: { id: string; name: string }[]): string {
  const { min, max, weight, roundId } = criterion
  const where = rounds.find(({ id }) => id === roundId)?.name ?? 'in every round'
  return `${min} to ${max} · weight ${weight} · ${where}`
}

/** What to say after something was saved or removed, or not. */
export function settingsNotice({ done, problem }: { done?: string; problem?: string }) {
  if (done) return { tone: 'positive' as const, text: done === 'removed' ? 'It has been removed.' : 'It is saved.' }
  const refusal = Object.entries(SETTINGS_REFUSALS).find(([word]) => word === problem)?.[1]
  return refusal ? { tone: 'caution' as const, text: refusal[1] } : null
}
