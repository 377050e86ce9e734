import { Button } from '@/components/button'
import { Select } from '@/components/select'
import { StateBadge } from '@/components/state-badge'
import { type Column, Table } from '@/components/table'
import { TextField } from '@/components/text-field'
import { Toolbar } from '@/components/toolbar'
import { type Proposal, proposals } from '../_proposals'
import type { SpecimenProps } from '../_specimen'

const columns: Column<Proposal>[] = [
  { key: 'title', label: 'Proposal', heads: true, cell: (row) => <a href={`#${row.code}`}>{row.title}</a> },
  { key: 'state', label: 'State', cell: (row) => <StateBadge state={row.state} /> },
  {
    key: 'reviews',
    label: 'Reviews',
    numeric: true,
    cell: (row) => row.reviews,
    sort: { href: '#reviews', direction: null },
  },
  {
    key: 'score',
    label: 'Score',
    numeric: true,
    cell: (row) => row.score?.toFixed(2) ?? '–',
    sort: { href: '#score', direction: 'descending' },
  },
]

export function Tables({ theme }: SpecimenProps) {
  return (
    <>
      <Toolbar label={`Filter (${theme})`}>
        <TextField type="search" name={`${theme}-q`} label="Words" />
        <Select
          name={`${theme}-state`}
          label="State"
          empty="Any"
          options={[{ value: 'accepted', label: 'Accepted' }]}
        />
        <Button>Filter</Button>
      </Toolbar>
      <Table
        caption="Proposals, best first"
        columns={columns}
        rows={proposals}
        rowKey={(row) => row.code}
        select={{
          name: `${theme}-code`,
          allLabel: 'Select all',
          label: (row) => `Select ${row.title}`,
          selected: ['K7QW2F'],
        }}
      />
    </>
  )
}
