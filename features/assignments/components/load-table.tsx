import { EmptyState } from '@/components/empty-state'
import { SubmitButton } from '@/components/submit-button'
import { Table } from '@/components/table'
import { TextField } from '@/components/text-field'
import type { Load } from '../queries/loads'
import styles from './assignments.module.css'

interface Props {
  loads: Load[]
  /** Null for who may look and not change. */
  save: ((form: FormData) => Promise<void>) | null
}

/** What each reviewer has and takes, with a field for the chair's own word. */
export function LoadTable({ loads, save }: Props) {
  const table = (
    <Table
      caption="Reviewers and their loads"
      captionHidden
      rows={loads}
      rowKey={({ id }) => id}
      empty={<EmptyState title="Nobody reviews here yet">Add reviewers on the page “Team”.</EmptyState>}
      columns={[
        { key: 'name', label: 'Reviewer', heads: true, cell: ({ name }) => name },
        { key: 'assigned', label: 'Assigned', numeric: true, cell: ({ assigned }) => assigned },
        { key: 'done', label: 'Done', numeric: true, cell: ({ begun }) => begun },
        { key: 'wishes', label: 'Said what they like', cell: ({ hasWishes }) => (hasWishes ? 'yes' : '—') },
        { key: 'stated', label: 'Takes at most', numeric: true, cell: ({ statedLoad }) => statedLoad ?? '—' },
        {
          key: 'chair',
          label: 'You say at most',
          numeric: true,
          cell: ({ id, name, chairLoad }) =>
            save ? (
              <TextField
                className={styles.load}
                type="number"
                min={0}
                name={`load-${id}`}
                label={`Most for ${name}`}
                labelHidden
                defaultValue={chairLoad ?? ''}
              />
            ) : (
              (chairLoad ?? '—')
            ),
        },
      ]}
    />
  )
  if (!save || loads.length === 0) return table
  return (
    <form action={save} className="stack">
      {table}
      <div>
        <SubmitButton variant="secondary" pendingLabel="Saving …">
          Save the loads
        </SubmitButton>
      </div>
    </form>
  )
}
