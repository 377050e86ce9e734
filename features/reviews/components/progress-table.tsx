import { Table } from '@/components/table'
import { formatDate } from '@/lib/time-words'
import type { ReviewerProgress } from '../queries/progress'

type Row = ReviewerProgress
const number = (key: 'done' | 'abstained' | 'begun' | 'setAside' | 'comments', label: string) => ({
  key,
  label,
  numeric: true,
  cell: (row: Row) => row[key],
})

/** How far each reviewer is. */
export function ProgressTable({ rows, timeZone }: { rows: Row[]; timeZone: string }) {
  return (
    <Table
      caption="Reviewers"
      captionHidden
      rows={rows}
      rowKey={({ slug }) => slug}
      empty={<p className="muted">Nobody reviews yet. Reviewers are added on the page “Team”.</p>}
      columns={[
        { key: 'name', label: 'Reviewer', heads: true, cell: ({ name }) => name },
        {
          key: 'assigned',
          label: 'Assigned, done',
          numeric: true,
          cell: ({ assigned, assignedDone }) => (assigned > 0 ? `${assignedDone} of ${assigned}` : '—'),
        },
        number('done', 'Handed in'),
        number('abstained', 'Abstained'),
        number('begun', 'Begun'),
        number('setAside', 'Set aside'),
        number('comments', 'Comments'),
        {
          key: 'last',
          label: 'Last',
          cell: ({ lastAt }) => (lastAt ? formatDate(lastAt, timeZone, 'en') : '—'),
        },
      ]}
    />
  )
}
