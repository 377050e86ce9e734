import type { StoredCalibration } from '@/features/ranking/schema'
import { countryName } from '@/lib/countries'
import type { Counted, Statistic } from '../schema'

export function overTime(days: Counted[]): Statistic {
  let sum = 0
  const rows = days.map(({ name, count }) => {
    sum += count
    return [name, count, sum]
  })
  const title = 'Proposals over time, as they were handed in'
  return { name: 'over-time', title, columns: ['Day', 'Handed in', 'In sum'], rows }
}

export function byChoice(what: 'track' | 'format' | 'level', counts: Counted[]): Statistic {
  const head = { track: 'Track', format: 'Format', level: 'Level' }[what]
  const all = counts.reduce((sum, { count }) => sum + count, 0)
  const rows = counts.map(({ name, count }) => [name, count, share(count, all)])
  return { name: `by-${what}`, title: `Proposals by ${what}`, columns: [head, 'Proposals', 'Share, %'], rows }
}

export function byCountry(counts: Counted[]): Statistic {
  const all = counts.reduce((sum, { count }) => sum + count, 0)
  const rows = counts.map(({ name, count }) => [name ? countryName(name, 'en') : 'Not shown', count, share(count, all)])
  const note = 'Where people live, as far as they show it.'
  return { name: 'by-country', title: 'Speakers by country', note, columns: ['Country', 'Speakers', 'Share, %'], rows }
}

export function firstTime({ first, others }: { first: number; others: number }): Statistic {
  const all = first + others
  const rows = [
    ['For the first time', first, share(first, all)],
    ['Accepted elsewhere before', others, share(others, all)],
  ]
  const title = 'Speakers who were never accepted by an event of ours before'
  return { name: 'first-time', title, columns: ['Speakers', 'People', 'Share, %'], rows }
}

const BINS = [1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5] as const

/** How many scores fall between each half point and the next; the last bin holds its upper end too. */
export function scoreBins(name: 'review-scores' | 'calibrated-scores', scores: readonly number[]): Statistic {
  const rows = BINS.map((from, at) => {
    const isLast = at === BINS.length - 1
    const count = scores.filter((score) => (at === 0 || score >= from) && (isLast || score < from + 0.5)).length
    return [`${from.toFixed(1)}–${(from + 0.5).toFixed(1)}`, count, share(count, scores.length)]
  })
  const [title, head] =
    name === 'review-scores'
      ? ['Scores that reviewers gave', 'Reviews']
      : ['Proposals by calibrated score', 'Proposals']
  return { name, title, columns: ['Score', head, 'Share, %'], rows }
}

/** How far above or below others each reviewer scores the same proposals, the strictest first. */
export function severity({ reviewers }: StoredCalibration, names: Map<string, string>): Statistic {
  const rows = [...reviewers]
    .sort((a, b) => a.bias - b.bias)
    .map(({ id, bias, low, high, reviews }) => [
      names.get(id) ?? '',
      ...[bias, low, high].map((value) => Number(value.toFixed(2))),
      reviews,
    ])
  return {
    name: 'severity',
    title: 'Reviewers’ severity: points above (lenient) or below (strict) what others give the same proposals',
    note: 'For chairs only. The line is the 95 % interval; the calibrated score takes this out.',
    columns: ['Reviewer', 'Points', 'From', 'To', 'Reviews'],
    rows,
  }
}

const share = (part: number, all: number) => (all === 0 ? 0 : Number(((100 * part) / all).toFixed(1)))
