import { EmptyState } from '@/components/empty-state'
import { PageHeader } from '@/components/page-header'
import { gatePage } from '@/features/access/gate'
import { can } from '@/features/access/rules'
import { AmbassadorsCard } from '@/features/ambassadors/components/waiting'
import { countWaiting, listApplications } from '@/features/ambassadors/queries/applications'
import { DeskCard, isBehind } from '@/features/proposals/components/desk'
import { listDeskEvents } from '@/features/proposals/queries/desk'
import { AdminFrame } from '../_frame/admin-frame'

export const metadata = { title: 'Today' }

export default async function AdminPage() {
  const actor = await gatePage('/admin', '/admin')
  const votes = can(actor, 'update', 'ambassadors')
  const [events, applications] = await Promise.all([listDeskEvents(actor), votes ? listApplications(actor) : []])
  const now = new Date()
  const shown = events.filter((event) => !isBehind(event, actor, now))
  return (
    <AdminFrame actor={actor} here="/admin">
      <PageHeader look="plain" title="Today" lede="What waits for you." />
      {events.length === 0 && !votes ? (
        <EmptyState title="No event needs you now">
          Events show up here once a chair has added you to their team.
        </EmptyState>
      ) : (
        <div className="columns">
          {votes && <AmbassadorsCard waiting={countWaiting(applications)} />}
          {shown.map((event) => (
            <DeskCard key={event.id} event={event} actor={actor} />
          ))}
        </div>
      )}
      {shown.length < events.length && (
        <p className="small muted">
          What is over and waits for nobody stands among <a href="/admin/events">all events</a>.
        </p>
      )}
    </AdminFrame>
  )
}
