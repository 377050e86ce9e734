import { Button, LinkButton } from '@/components/button'
import { EmptyState } from '@/components/empty-state'
import { SectionHead } from '@/components/page-header'
import { Table } from '@/components/table'
import type { Calibrated } from '@/features/ranking/queries/ranking'
import type { Flip, Programme } from '../rules/programme'
import styles from './decisions.module.css'

interface Props {
  programme: Programme
  ranking: Calibrated[]
  base: string
  preview: ((form: FormData) => Promise<void>) | null
}

/** The best programme within the slots that are left, and what would flip it. */
export function Suggestion({ programme, ranking, base, preview }: Props) {
  const { chosen, total, bound, isProved, leaving, entering } = programme
  const byCode = new Map(ranking.map((row) => [row.code, row]))
  const rows = chosen.flatMap((code) => byCode.get(code) ?? []).sort((a, b) => a.place - b.place)
  if (rows.length === 0)
    return (
      <EmptyState
        title="There is nothing to suggest"
        actions={<LinkButton href={`${base}/decisions`}>Back to the list</LinkButton>}
      >
        Only what is undecided and has a score can be suggested, and only where{' '}
        <a href={`${base}/decisions#slots`}>slots of its format and track</a> are left.
      </EmptyState>
    )
  return (
    <section className="stack">
      <SectionHead title="The best programme within the slots" aside={`${rows.length} sessions`} />
      <p>
        {isProved
          ? 'Proved: no choice that keeps the slots and the speakers’ limits has a greater sum of scores.'
          : `Not proved: another choice could have up to ${(bound - total).toFixed(2)} points more in sum.`}{' '}
        Only what is undecided and has a score is in it; what is accepted keeps its slot. It is a suggestion.
      </p>
      <div className={styles.flips}>
        <Flips title="Nearest to falling out" verb="falls by" flips={leaving} byCode={byCode} base={base} />
        <Flips title="Nearest to coming in" verb="rises by" flips={entering} byCode={byCode} base={base} />
      </div>
      <Table
        caption="Suggested sessions"
        captionHidden
        rows={rows}
        rowKey={({ code }) => code}
        columns={[
          { key: 'place', label: 'Place', numeric: true, cell: ({ place }) => place },
          {
            key: 'title',
            label: 'Title',
            heads: true,
            cell: ({ code, title }) => <a href={`${base}/proposals/${code}`}>{title}</a>,
          },
          { key: 'score', label: 'Score', numeric: true, cell: ({ calibrated }) => calibrated?.toFixed(2) ?? '—' },
          { key: 'track', label: 'Track', cell: ({ track }) => track ?? '—' },
          { key: 'format', label: 'Format', cell: ({ format }) => format ?? '—' },
        ]}
      />
      <form action={preview ?? undefined} className={styles.bar}>
        {rows.map(({ code }) => (
          <input key={code} type="hidden" name="code" value={code} />
        ))}
        <input type="hidden" name="decision" value="accepted" />
        {preview && (
          <Button type="submit" variant="primary">
            See what accepting these would change
          </Button>
        )}
        <LinkButton href={`${base}/decisions`}>Back to the list</LinkButton>
      </form>
    </section>
  )
}

interface FlipsProps {
  title: string
  verb: string
  flips: Flip[]
  byCode: Map<string, Calibrated>
  base: string
}

function Flips({ title, verb, flips, byCode, base }: FlipsProps) {
  if (flips.length === 0) return null
  const named = (code: string) => <a href={`${base}/proposals/${code}`}>{byCode.get(code)?.title ?? code}</a>
  return (
    <div>
      <h3>{title}</h3>
      <ul>
        {flips.map(({ code, by, instead }) => (
          <li key={code}>
            {named(code)}, if its score {verb} {Math.max(0, by).toFixed(2)} ({intervalOf(byCode.get(code))})
            {instead && <>; then instead of it or for it: {named(instead)}</>}
          </li>
        ))}
      </ul>
    </div>
  )
}

const intervalOf = (row: Calibrated | undefined) =>
  row?.low == null || row.high == null ? 'no interval' : `it is known to ± ${((row.high - row.low) / 2).toFixed(2)}`
