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
    { value: sum('done'), label: 'reviews handed in' },
    {
      value: sum('assignedDone'),
      label: 'assigned and done',
      note: `of ${sum('assigned').toLocaleString('en')} assigned`,
    },
    { value: proposals((reviews) => reviews === 0), label: 'proposals without a review' },
    { value: proposals((reviews) => reviews < FEW_REVIEWS), label: 'with fewer than three' },
  ]
}
