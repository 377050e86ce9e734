import { Badge } from '@/components/badge'
import { Button, LinkButton } from '@/components/button'
import { Callout } from '@/components/callout'
import { EmptyState } from '@/components/empty-state'
import { Facts } from '@/components/facts'
import { SectionHead } from '@/components/page-header'
import { Pagination } from '@/components/pagination'
import { Table } from '@/components/table'
import type { Change } from '../queries/change'
import { REASONS, type PlanResult as Result, UNMET } from '../schema'
import styles from './assignments.module.css'

interface Props {
  result: Result
  change: Change
  base: string
  page: number
  apply: (() => Promise<void>) | null
}

const PER_PAGE = 100
const points = (value: number) => value.toLocaleString('en')

/** What a plan would change, pair by pair with its reasons, before anything is. */
export function PlanResult({ result, change, base, page, apply }: Props) {
  const { add, remove, total, bound, optimal, worst, after } = result
  const lines = change.lines.slice((page - 1) * PER_PAGE, page * PER_PAGE)
  return (
    <section className="stack">
      <SectionHead id="plan" title="The plan" />
      <Facts
        facts={[
          { term: 'Would be added', says: points(add.length) },
          { term: 'Would be taken away', says: points(remove.length) },
          { term: 'Stay', says: points(after - add.length) },
          {
            term: 'Affinity in sum',
            says: `${points(total)} of at most ${points(Math.floor(bound))}${optimal ? ', proved' : ''}`,
          },
          ...(worst && change.worst
            ? [
                {
                  term: 'Worst-off proposal',
                  says: (
                    <>
                      <a href={`${base}/proposals/${change.worst.code}`}>{change.worst.title}</a>: {points(worst.total)}{' '}
                      of at most {points(worst.bound)}
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
      {change.unmet.length > 0 && (
        <Callout tone="caution" title={`${change.unmet.length} proposals would have too few reviews.`}>
          <ul>
            {change.unmet.slice(0, 20).map(({ code, title, missing, why }) => (
              <li key={code}>
                <a href={`${base}/proposals/${code}`}>{title}</a>: {missing} missing, {UNMET[why]}
              </li>
            ))}
          </ul>
          {change.unmet.length > 20 && <p>And {change.unmet.length - 20} more.</p>}
        </Callout>
      )}
      {change.hidden > 0 && (
        <Callout>
          {change.hidden} changes are about proposals with which you have a conflict: they are not shown.
        </Callout>
      )}
      <Table
        caption="What the plan would change"
        captionHidden
        rows={lines}
        rowKey={({ kind, code, reviewerSlug }) => `${kind} ${code} ${reviewerSlug}`}
        empty={<EmptyState title="Nothing would change">What stands is as good as it can be.</EmptyState>}
        columns={[
          {
            key: 'title',
            label: 'Proposal',
            heads: true,
            cell: ({ code, title }) => <a href={`${base}/proposals/${code}`}>{title}</a>,
          },
          { key: 'reviewer', label: 'Reviewer', cell: ({ reviewer }) => reviewer },
          {
            key: 'kind',
            label: 'Change',
            cell: ({ kind }) =>
              kind === 'add' ? <Badge tone="positive">add</Badge> : <Badge tone="caution">take away</Badge>,
          },
          {
            key: 'why',
            label: 'Why',
            cell: ({ why }) => why.map((reason) => REASONS[reason]).join(', ') || 'has room',
          },
        ]}
      />
      <Pagination
        page={page}
        pages={Math.ceil(change.lines.length / PER_PAGE)}
        hrefOf={(to) => `${base}/assignments?page=${to}#plan`}
        words={{ label: 'Pages of the plan', previous: 'Before', next: 'After', page: 'Page' }}
      />
      {apply && (
        <div className={styles.bar}>
          <form action={apply}>
            <Button type="submit" variant="primary">
              Apply the plan
            </Button>
          </form>
          <LinkButton href={`${base}/assignments#settings`}>Work out another</LinkButton>
        </div>
      )}
    </section>
  )
}
