import { Callout } from '@/components/callout'
import { PageHeader, SectionHead } from '@/components/page-header'
import { addToTeam, removeFromTeam } from '@/features/access/actions/bindings'
import { BindingTable } from '@/features/access/components/binding-table'
import { RoleForm } from '@/features/access/components/role-form'
import { gateEventPage } from '@/features/access/gate'
import { listBindings } from '@/features/access/queries'
import { can } from '@/features/access/rules'
import { EVENT_ROLES } from '@/features/access/schema'
import { AdminFrame } from '../../../../_frame/admin-frame'
import { bindingNotice } from '../../../binding-notice'

export const metadata = { title: 'Team' }

type Props = { params: Promise<{ event: string }>; searchParams: Promise<{ done?: string; problem?: string }> }

export default async function TeamPage({ params, searchParams }: Props) {
  const { event: slug } = await params
  const { actor, event } = await gateEventPage('/admin/events/[event]/team', slug, `/admin/events/${slug}/team`)
  const [notice, bindings] = [bindingNotice(await searchParams), await listBindings(event)]
  const mayChange = can(actor, 'update', 'team', { eventId: event.id })
  return (
    <AdminFrame actor={actor} event={event} here="/admin/events/[event]/team">
      <PageHeader look="plain" title="Team" lede={`Who reviews, chairs and schedules ${event.name}.`} />
      {notice && (
        <Callout tone={notice.tone} role="status">
          {notice.text}
        </Callout>
      )}
      <BindingTable
        caption={`Roles in ${event.name}`}
        bindings={bindings}
        timeZone={event.timeZone}
        remove={mayChange ? removeFromTeam.bind(null, slug) : null}
      />
      {mayChange && (
        <section>
          <SectionHead title="Add to the team" />
          <RoleForm
            action={addToTeam.bind(null, slug)}
            roles={EVENT_ROLES}
            hint="They are told by mail. A new address gets an account."
          />
        </section>
      )}
    </AdminFrame>
  )
}
