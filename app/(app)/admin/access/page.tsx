import { Callout } from '@/components/callout'
import { PageHeader, SectionHead } from '@/components/page-header'
import { bindRole, unbindRole } from '@/features/access/actions/bindings'
import { BindingTable } from '@/features/access/components/binding-table'
import { RoleForm } from '@/features/access/components/role-form'
import { gatePage } from '@/features/access/gate'
import { listBindings } from '@/features/access/queries'
import { can } from '@/features/access/rules'
import { ROLES } from '@/features/access/schema'
import { getSite } from '@/features/content/queries/site'
import { AdminFrame } from '../../_frame/admin-frame'
import { bindingNotice } from '../binding-notice'

export const metadata = { title: 'Access' }

type Props = { searchParams: Promise<{ done?: string; problem?: string }> }

export default async function AccessPage({ searchParams }: Props) {
  const actor = await gatePage('/admin/access', '/admin/access')
  const [notice, bindings] = [bindingNotice(await searchParams), await listBindings(null)]
  const mayChange = can(actor, 'update', 'access')
  return (
    <AdminFrame actor={actor} here="/admin/access">
      <PageHeader
        look="plain"
        title="Access"
        lede="Roles for the whole foundation. They hold in every event; roles in one event are on its team page."
      />
      {notice && (
        <Callout tone={notice.tone} role="status">
          {notice.text}
        </Callout>
      )}
      <BindingTable
        caption="Roles for the whole foundation"
        bindings={bindings}
        timeZone={getSite().timeZone}
        remove={mayChange ? unbindRole : null}
      />
      {mayChange && (
        <section>
          <SectionHead title="Give a role" />
          <RoleForm action={bindRole} roles={ROLES} hint="They are told by mail. A new address gets an account." />
        </section>
      )}
    </AdminFrame>
  )
}
