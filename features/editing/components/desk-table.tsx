import { Badge } from '@/components/badge'
import { EmptyState } from '@/components/empty-state'
import { type Column, Table } from '@/components/table'
import { formatMoment } from '@/lib/time-words'
import type { DeskText } from '../queries/texts'
import styles from './desk-table.module.css'
import { KIND_WORDS, LANGUAGE_WORDS, STATE_WORDS, WEIGHT_WORDS } from './words'

export function TextState({
  state,
  visibleFrom,
  timeZone,
}: Pick<DeskText, 'state' | 'visibleFrom'> & { timeZone: string }) {
  const [tone, label] = STATE_WORDS[state]
  return (
    <>
      <Badge tone={tone}>{label}</Badge>
      {state === 'scheduled' && visibleFrom && (
        <span className="small muted"> {formatMoment(visibleFrom, timeZone, 'en')}</span>
      )}
    </>
  )
}

/** Texts with the files behind them and how much there is to look at. */
export function DeskTable({ texts, timeZone }: { texts: DeskText[]; timeZone: string }) {
  const columns: Column<DeskText>[] = [
    {
      key: 'title',
      label: 'Title',
      heads: true,
      width: '46%',
      cell: ({ id, title, file, locale }) => (
        <>
          <a href={`/admin/content/${id}`} lang={locale}>
            {title}
          </a>
          <code className={styles.file}>{file}</code>
        </>
      ),
    },
    { key: 'kind', label: 'Kind', cell: ({ kind }) => KIND_WORDS[kind] },
    { key: 'locale', label: 'Language', cell: ({ locale }) => LANGUAGE_WORDS[locale] ?? locale },
    {
      key: 'state',
      label: 'State',
      cell: ({ state, visibleFrom }) => <TextState state={state} visibleFrom={visibleFrom} timeZone={timeZone} />,
    },
    { key: 'findings', label: 'To look at', cell: ({ findings }) => <Weights findings={findings} /> },
  ]
  return (
    <Table
      caption="Texts"
      captionHidden
      columns={columns}
      rows={texts}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title="No text is like that">
          <a href="/admin/content">Show all of them</a>
        </EmptyState>
      }
    />
  )
}

function Weights({ findings }: Pick<DeskText, 'findings'>) {
  const weights = (['broken', 'check', 'note'] as const).map((weight) => ({
    weight,
    count: findings.filter((finding) => finding.weight === weight).length,
  }))
  const found = weights.filter(({ count }) => count > 0)
  if (found.length === 0) return <span className="muted">—</span>
  return (
    <span className={styles.weights}>
      {found.map(({ weight, count }) => (
        <Badge key={weight} tone={WEIGHT_WORDS[weight][0]}>
          {count} {WEIGHT_WORDS[weight][1].toLowerCase()}
        </Badge>
      ))}
    </span>
  )
}
