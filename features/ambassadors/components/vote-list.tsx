import { SectionHead } from '@/components/page-header'
import { Table } from '@/components/table'
import type { ApplicationForReview } from '../queries/applications'

const WORDS = { yes: 'Yes', no: 'No', abstain: 'Abstained' }

/** How the team has voted, and who stays out of it. */
export function VoteList({ application: { votes, conflicts } }: { application: ApplicationForReview }) {
  return (
    <section>
      <SectionHead title="Votes" />
      <Table
        caption="Votes"
        captionHidden
        rows={votes}
        rowKey={({ managerId }) => managerId}
        empty={<p className="muted">Nobody has voted yet.</p>}
        columns={[
          { key: 'name', label: 'Who', heads: true, cell: ({ manager }) => manager.name },
          { key: 'vote', label: 'Vote', cell: ({ vote }) => WORDS[vote] },
          { key: 'reason', label: 'Why', cell: ({ reason }) => reason },
        ]}
      />
      {conflicts.map(({ personId, person, reason }) => (
        <p key={personId} className="muted">
          {person.name} has a conflict of interest: {reason}
        </p>
      ))}
    </section>
  )
}
