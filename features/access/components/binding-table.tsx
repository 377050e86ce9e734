import { Button } from '@/components/button'
import { EmptyState } from '@/components/empty-state'
import { Table } from '@/components/table'
import { formatDate } from '@/lib/time-words'
import type { listBindings } from '../queries'
import { ROLE_NAMES } from '../schema'

type Binding = Awaited<ReturnType<typeof listBindings>>[number]

const KINDS = { person: '', team: 'Team', service: 'Service account' }

type Props = {
  caption: string
  bindings: Binding[]
  timeZone: string
  /** Absent for whoever may look but not change. */
  remove: ((form: FormData) => Promise<void>) | null
}

/** Who holds which role, each with the button that takes it back. */
export function BindingTable({ caption, bindings, timeZone, remove }: Props) {
  return (
    <Table
      caption={caption}
      captionHidden
      rows={bindings}
      rowKey={({ id }) => id}
      empty={<EmptyState title="Nobody has a role here yet">Give somebody one with the form below.</EmptyState>}
      columns={[
        { key: 'name', label: 'Name', heads: true, cell: ({ name }) => name },
        { key: 'email', label: 'Address', cell: ({ email, kind }) => email ?? KINDS[kind] },
        { key: 'role', label: 'Role', cell: ({ role }) => ROLE_NAMES[role] },
        { key: 'since', label: 'Since', cell: ({ createdAt }) => formatDate(createdAt, timeZone, 'en') },
        ...(remove
          ? [
              {
                key: 'remove',
                label: 'Change',
                cell: ({ id, name, role }: Binding) => (
                  <form action={remove}>
                    <input type="hidden" name="id" value={id} />
                    <Button
                      type="submit"
                      variant="quiet"
                      size="small"
                      aria-label={`Remove ${name} as ${ROLE_NAMES[role].toLowerCase()}`}
                    >
                      Remove
                    </Button>
                  </form>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
