import { Badge } from '@/components/badge'
import { SubmitButton } from '@/components/submit-button'
import { Table } from '@/components/table'
import type { Places } from '../schema'
import styles from './decisions.module.css'

interface Props {
  formats: Places[]
  tracks: Places[]
  /** Null for who may look and not change. */
  save: ((form: FormData) => Promise<void>) | null
}
type Row = Places & { kind: 'format' | 'track' }

/** Slots of each format and track, what is taken, and what is left. */
export function SlotForm({ formats, tracks, save }: Props) {
  const rows: Row[] = [
    ...formats.map((one) => ({ ...one, kind: 'format' as const })),
    ...tracks.map((one) => ({ ...one, kind: 'track' as const })),
  ]
  const table = (
    <Table
      caption="Slots of formats and tracks"
      captionHidden
      rows={rows}
      rowKey={({ kind, id }) => `${kind}-${id}`}
      columns={[
        { key: 'name', label: 'Of', heads: true, cell: ({ name }) => name },
        { key: 'kind', label: 'Kind', cell: ({ kind }) => (kind === 'format' ? 'Format' : 'Track') },
        { key: 'taken', label: 'Accepted', numeric: true, cell: ({ taken }) => taken },
        {
          key: 'slots',
          label: 'Slots',
          numeric: true,
          cell: ({ kind, id, name, slots }) =>
            save ? (
              <input
                className={styles.slots}
                type="number"
                min={0}
                name={`${kind}-${id}`}
                defaultValue={slots ?? ''}
                aria-label={`Slots of ${name}`}
              />
            ) : (
              (slots ?? '—')
            ),
        },
        { key: 'left', label: 'Left', numeric: true, cell: Left },
      ]}
    />
  )
  if (!save || rows.length === 0) return table
  return (
    <form action={save} className="stack">
      {table}
      <div>
        <SubmitButton variant="secondary" pendingLabel="Saving …">
          Save the slots
        </SubmitButton>
      </div>
    </form>
  )
}

function Left({ slots, taken }: Places) {
  if (slots === null) return '—'
  return slots < taken ? <Badge tone="negative">{taken - slots} too many</Badge> : slots - taken
}
