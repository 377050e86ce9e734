import type { KeyFigure } from '@/components/key-figures'
import { FEW_REVIEWS } from '../rules'

/** The whole committee in a few numbers. */
export function totalsOf(
  reviewers: { assigned: number; assignedDone: number; done: number }[],
  coverage: { reviews: number; proposals: number }[],
): KeyFigure[] {
  const sum = (key: 'assigned' | 'assignedDone' | 'done') => reviewers.reduce((total, row) => total + row[key], 0)
  const proposals = (wanted: (reviews: number) => boolean) =>
    coverage.filter(({ reviews }) => wanted(reviews)).reduce((total, row) => total + row.proposals, 0)
  return [
    { value: String(sum('done')), label: 'reviews handed in' },
    { value: `${sum('assignedDone')} of ${sum('assigned')}`, label: 'assigned and done' },
    { value: String(proposals((reviews) => reviews === 0)), label: 'proposals without a review' },
    { value: String(proposals((reviews) => reviews < FEW_REVIEWS)), label: 'with fewer than three' },
  ]
}
