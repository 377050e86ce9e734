import { LinkButton } from '@/components/button'
import { EmptyState } from '@/components/empty-state'
import { PageHeader } from '@/components/page-header'
import { Table } from '@/components/table'
import { gatePage } from '@/features/access/gate'
import { can } from '@/features/access/rules'
import { listManagedEvents } from '@/features/events/queries/settings'
import { formatDays } from '@/lib/time-words'
import { AdminFrame } from '../../_frame/admin-frame'

export const metadata = { title: 'Events' }

const plain = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null

export default async function EventsPage() {
  const actor = await gatePage('/admin/events', '/admin/events')
  const events = await listManagedEvents(actor)
  const mayCreate = can(actor, 'create', 'events')
  return (
    <AdminFrame actor={actor} here="/admin/events">
      <PageHeader
        look="plain"
        title="Events"
        lede="Those that you may change."
        actions={
          mayCreate && (
            <LinkButton variant="primary" href="/admin/events/new">
              New event
            </LinkButton>
          )
        }
      />
      <Table
        caption="Events"
        captionHidden
        rows={events}
        rowKey={({ slug }) => slug}
        empty={<EmptyState title="There is no event yet" />}
        columns={[
          {
            key: 'name',
            label: 'Event',
            heads: true,
            cell: ({ slug, name }) => <a href={`/admin/events/${slug}`}>{name}</a>,
          },
          {
            key: 'days',
            label: 'When',
            cell: ({ startsOn, endsOn }) => {
              const first = plain(startsOn)
              return first ? formatDays(first, plain(endsOn), 'en') : 'Not stated'
            },
          },
          { key: 'parent', label: 'Part of', cell: ({ parent }) => parent?.name ?? '' },
          { key: 'calls', label: 'Calls', numeric: true, cell: ({ _count }) => _count.calls },
          { key: 'proposals', label: 'Proposals', numeric: true, cell: ({ _count }) => _count.proposals },
          {
            key: 'settings',
            label: 'Settings',
            cell: ({ slug, name }) => (
              <a href={`/admin/events/${slug}/settings`} aria-label={`Settings of ${name}`}>
                Settings
              </a>
            ),
          },
        ]}
      />
    </AdminFrame>
  )
}
