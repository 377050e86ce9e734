import { Breadcrumb } from '@/components/breadcrumb'
import { PageHeader } from '@/components/page-header'
import { gatePage } from '@/features/access/gate'
import { ZONES } from '@/features/calls/schema/call-form'
import { createEvent } from '@/features/events/actions'
import { EventForm } from '@/features/events/components/event-form'
import { listPossibleParents } from '@/features/events/queries/settings'
import { AdminFrame } from '../../../_frame/admin-frame'

export const metadata = { title: 'New event' }

export default async function NewEventPage() {
  const actor = await gatePage('/admin/events/new', '/admin/events/new')
  const parents = await listPossibleParents(null)
  return (
    <AdminFrame actor={actor} here="/admin/events">
      <PageHeader
        look="plain"
        breadcrumb={<Breadcrumb items={[{ label: 'Events', href: '/admin/events' }]} />}
        title="New event"
        lede="Readers see it as soon as it is made. Formats, tracks and calls follow on its settings."
      />
      <EventForm action={createEvent} values={{ languages: ['en'] }} version={null} parents={parents} zones={ZONES} />
    </AdminFrame>
  )
}
