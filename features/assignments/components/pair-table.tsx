import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { EmptyState } from '@/components/empty-state'
import { Table } from '@/components/table'
import type { NamedPair } from '../queries/pairs'
import styles from './assignments.module.css'

interface Props {
  pairs: NamedPair[]
  base: string
  /** Null for who may look and not change. */
  change: ((form: FormData) => Promise<void>) | null
}

/** Who is to review what now; chosen pairs can be locked, unlocked and taken away. */
export function PairTable({ pairs, base, change }: Props) {
  const label = ({ title, reviewer }: NamedPair) => `Choose “${title}” with ${reviewer}`
  const table = (
    <Table
      caption="Who is to review what"
      captionHidden
      rows={pairs}
      rowKey={({ code, reviewerId }) => `${code} ${reviewerId}`}
      {...(change ? { select: { name: 'pair', allLabel: 'Choose all', label } } : {})}
      empty={
        <EmptyState title="Nothing is assigned here">
          Work out a plan above, or give a proposal to somebody by hand.
        </EmptyState>
      }
      columns={[
        {
          key: 'title',
          label: 'Proposal',
          heads: true,
          cell: ({ code, title }) => <a href={`${base}/proposals/${code}`}>{title}</a>,
        },
        { key: 'code', label: 'Code', cell: ({ code }) => <span className="numeric">{code}</span> },
        { key: 'reviewer', label: 'Reviewer', cell: ({ reviewer }) => reviewer },
        {
          key: 'stays',
          label: 'Stays',
          cell: ({ isLocked, isReviewed }) => (
            <>
              {isLocked && <Badge>locked</Badge>} {isReviewed && <Badge tone="accent">review begun</Badge>}
            </>
          ),
        },
      ]}
    />
  )
  if (!change || pairs.length === 0) return table
  return (
    <form action={change} className="stack">
      {table}
      <div className={styles.bar}>
        <Button type="submit" name="intent" value="lock">
          Lock the chosen
        </Button>
        <Button type="submit" name="intent" value="unlock">
          Unlock
        </Button>
        <Button type="submit" name="intent" value="remove" variant="danger">
          Take away
        </Button>
      </div>
    </form>
  )
}
