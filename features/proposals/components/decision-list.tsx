import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { classNames } from '@/components/class-names'
import { EmptyState } from '@/components/empty-state'
import { Select } from '@/components/select'
import { StateBadge } from '@/components/state-badge'
import { SubmitButton } from '@/components/submit-button'
import { Table } from '@/components/table'
import { TextArea } from '@/components/text-area'
import type { Calibrated } from '@/features/ranking/queries/ranking'
import { FLAGS } from '@/features/ranking/schema'
import type { SimilarInList } from '../queries/similar'
import { DECISIONS, type Decision } from '../schema'
import styles from './decision-list.module.css'
import { DECISION_WORDS } from './decision-words'
import { LikeThis } from './like-this'

interface Props {
  /** Null for who may look and not decide. */
  decide: ((form: FormData) => Promise<void>) | null
  /** Shows what a decision would change. */
  preview: ((form: FormData) => Promise<void>) | null
  /** Brings back what was before, and which move of each it would undo. */
  undo: { action: (form: FormData) => Promise<void>; moves: Map<string, string> } | null
  ranking: Calibrated[]
  /** What says nearly the same, by code. */
  similar: Map<string, SimilarInList[]>
  base: string
}

const RECOMMENDED: Record<Decision, string> = {
  accepted: 'recommended: yes',
  waitlisted: 'recommended: wait',
  rejected: 'recommended: no',
}

/** The ranking, with a box before each proposal and one decision for all that are chosen. */
export function DecisionList({ decide, preview, undo, ranking, similar, base }: Props) {
  const table = (
    <Table
      caption="Proposals by calibrated score"
      captionHidden
      rows={ranking}
      rowKey={({ code }) => code}
      {...(decide
        ? { select: { name: 'code', allLabel: 'Choose all', label: ({ title }: Calibrated) => `Choose “${title}”` } }
        : {})}
      empty={<EmptyState title="Nothing is in this list" />}
      columns={[
        { key: 'place', label: 'Place', numeric: true, cell: ({ place }) => place },
        {
          key: 'title',
          label: 'Title',
          heads: true,
          cell: ({ code, title }) => (
            <div className={styles.title}>
              <a href={`${base}/proposals/${code}`}>{title}</a>
              <LikeThis similar={similar.get(code) ?? []} base={base} />
            </div>
          ),
        },
        { key: 'calibrated', label: 'Score', numeric: true, cell: CalibratedScore },
        {
          key: 'raw',
          label: 'Mean',
          numeric: true,
          cell: ({ raw, rawPlace }) => (raw === null ? '—' : `${raw.toFixed(2)} (${rawPlace})`),
        },
        {
          key: 'spread',
          label: 'Spread',
          numeric: true,
          cell: ({ spread }) => (spread === null ? '—' : `±${spread.toFixed(2)}`),
        },
        { key: 'reviews', label: 'Reviews', numeric: true, cell: ({ reviews }) => reviews },
        {
          key: 'flags',
          label: 'Look twice',
          cell: ({ flags }) => (
            <span className={styles.state}>
              {flags.map((flag) => (
                <Badge key={flag} tone="caution">
                  {FLAGS[flag]}
                </Badge>
              ))}
            </span>
          ),
        },
        {
          key: 'track',
          label: 'Track, format',
          cell: ({ track, format }) => (
            <>
              {track ?? '—'} <small className={styles.format}>{format ?? '—'}</small>
            </>
          ),
        },
        {
          key: 'state',
          label: 'State',
          cell: ({ state, isNews, recommendation }) => (
            <span className={styles.state}>
              <StateBadge state={state} />
              {isNews && <Badge tone="caution">not announced</Badge>}
              {recommendation && <Badge>{RECOMMENDED[recommendation]}</Badge>}
            </span>
          ),
        },
      ]}
    />
  )
  if (!decide || ranking.length === 0) return table
  return (
    <form action={decide} className={classNames('stack', styles.form)}>
      {table}
      {undo &&
        [...undo.moves].map(([code, move]) => <input key={code} type="hidden" name="seen" value={`${code} ${move}`} />)}
      <div className={styles.bar}>
        <Select
          name="decision"
          label="Decide about the chosen"
          options={DECISIONS.map((value) => ({ value, label: DECISION_WORDS[value] }))}
        />
        <TextArea
          name="reason"
          label="Reason"
          note="optional"
          hint="The speakers read it with the announcement."
          rows={2}
        />
        <span className={styles.state}>
          <SubmitButton pendingLabel="Deciding …">Decide</SubmitButton>
          {preview && (
            <Button type="submit" formAction={preview}>
              Preview
            </Button>
          )}
          {undo && undo.moves.size > 0 && (
            <Button type="submit" formAction={undo.action}>
              Undo the last step
            </Button>
          )}
        </span>
      </div>
    </form>
  )
}

function CalibratedScore({ calibrated, low, high }: Calibrated) {
  if (calibrated === null || low === null || high === null) return '—'
  return (
    <>
      <strong>{calibrated.toFixed(2)}</strong>{' '}
      <small className={styles.interval}>{`${low.toFixed(1)}–${high.toFixed(1)}`}</small>
    </>
  )
}
