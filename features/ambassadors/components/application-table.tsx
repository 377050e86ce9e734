import { Badge } from '@/components/badge'
import { EmptyState } from '@/components/empty-state'
import { Table } from '@/components/table'
import { formatPlainDate } from '@/lib/time-words'
import type { listApplications } from '../queries/applications'

type Row = Awaited<ReturnType<typeof listApplications>>[number]

/** Applications, open ones first, each with how the votes stand. */
export function ApplicationTable({ applications }: { applications: Row[] }) {
  return (
    <Table
      caption="Applications"
      captionHidden
      rows={applications}
      rowKey={({ number }) => String(number)}
      empty={<EmptyState title="Nobody has applied yet">Applications show up here once they are handed in.</EmptyState>}
      columns={[
        {
          key: 'name',
          label: 'Applicant',
          heads: true,
          cell: ({ number, person }) => <a href={`/admin/ambassadors/${number}`}>{person.name}</a>,
        },
        {
          key: 'since',
          label: 'Handed in',
          cell: ({ submittedAt }) => submittedAt && formatPlainDate(submittedAt.toISOString().slice(0, 10), 'en'),
        },
        {
          key: 'references',
          label: 'References',
          cell: ({ references: { all, confirmed } }) => `${confirmed} of ${all} confirmed`,
        },
        {
          key: 'votes',
          label: 'Votes',
          cell: ({ votes }) =>
            votes ? `${votes.yes} yes, ${votes.no} no, ${votes.abstain} abstained` : 'Not for you to see',
        },
        { key: 'state', label: 'State', cell: (row) => <Badge {...toneOf(row)}>{stateOf(row)}</Badge> },
      ]}
    />
  )
}

function stateOf({ decision, isMine, refusal }: Row): string {
  if (decision) return decision === 'accepted' ? 'Accepted' : 'Declined'
  if (refusal === 'own') return 'Your own'
  if (refusal === 'conflict') return 'Your conflict'
  return isMine ? 'You have voted' : 'Waits for your vote'
}

function toneOf({ decision, isMine, refusal }: Row) {
  if (decision === 'accepted') return { tone: 'positive' as const }
  return decision || isMine || refusal ? {} : { tone: 'accent' as const }
}
