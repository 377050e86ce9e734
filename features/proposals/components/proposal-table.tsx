import { Badge } from '@/components/badge'
import { LinkButton } from '@/components/button'
import { EmptyState } from '@/components/empty-state'
import { StateBadge } from '@/components/state-badge'
import { type Column, Table } from '@/components/table'
import { setApart } from '@/lib/text'
import { wallClock } from '@/lib/time'
import type { ListedProposal, SortName } from '../queries/committee'
import { hrefOf, type ListView } from './list-view'
import styles from './proposal-table.module.css'

type Props = { proposals: ListedProposal[]; next: string | null; base: string; view: ListView; timeZone: string }

/** Proposals as the committee lists them; sorting and the next page are links. */
export function ProposalTable({ proposals, next, base, view, timeZone }: Props) {
  const sortBy = (up: SortName, down: SortName) => {
    const current = view.sort ?? 'newest'
    const direction = current === up ? 'ascending' : current === down ? 'descending' : null
    return { href: hrefOf(base, { ...view, sort: current === up ? down : up }), direction } as const
  }
  const seesNames = proposals.some(({ speakers }) => speakers !== null)
  const columns: Column<ListedProposal>[] = [
    {
      key: 'title',
      label: 'Title',
      heads: true,
      width: '40%',
      sort: sortBy('title', '-title'),
      cell: ({ code, title, track, format }) => (
        <>
          <a href={`${base}/${code}`}>{title}</a>
          <span className={styles.beneath}>{[track?.name, format?.name].filter(Boolean).join(' · ')}</span>
        </>
      ),
    },
    ...(seesNames
      ? [
          {
            key: 'speakers',
            label: 'Speakers',
            cell: ({ speakers }: ListedProposal) => speakers?.map(({ name }) => setApart(name)).join(', '),
          },
        ]
      : []),
    {
      key: 'state',
      label: 'State',
      cell: ({ state, isNews }) => (
        <span className={styles.state}>
          <StateBadge state={state} />
          {isNews && <Badge tone="caution">not announced</Badge>}
        </span>
      ),
    },
    {
      key: 'reviews',
      label: 'Reviews',
      numeric: true,
      sort: sortBy('reviews', '-reviews'),
      cell: ({ reviews }) => reviews,
    },
    {
      key: 'submitted',
      label: 'Submitted',
      sort: sortBy('oldest', 'newest'),
      cell: ({ submittedAt }) => (
        <time className={styles.date} dateTime={submittedAt.toISOString()}>
          {wallClock(submittedAt, timeZone).slice(0, 10)}
        </time>
      ),
    },
  ]
  return (
    <>
      <Table
        caption="Proposals"
        captionHidden
        columns={columns}
        rows={proposals}
        rowKey={({ code }) => code}
        empty={
          <EmptyState title="No proposal is like that">
            <a href={base}>Show all of them</a>
          </EmptyState>
        }
      />
      <nav className="cluster" aria-label="Pages">
        {view.after && <LinkButton href={hrefOf(base, view)}>From the beginning</LinkButton>}
        {next && <LinkButton href={hrefOf(base, { ...view, after: next })}>Next page</LinkButton>}
      </nav>
    </>
  )
}
