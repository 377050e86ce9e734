import { Breadcrumb } from '@/components/breadcrumb'
import { PageHeader } from '@/components/page-header'
import { gatePage } from '@/features/access/gate'
import { appointAmbassador } from '@/features/ambassadors/actions/terms'
import { AppointForm } from '@/features/ambassadors/components/appoint-form'
import { firstTerm } from '@/features/ambassadors/rules'
import { AdminFrame } from '../../../_frame/admin-frame'

export const metadata = { title: 'Appoint an ambassador' }

type Props = { searchParams: Promise<{ person?: string | string[] }> }

export default async function AppointPage({ searchParams }: Props) {
  const { person } = await searchParams
  const actor = await gatePage('/admin/ambassadors/appoint', '/admin/ambassadors/appoint')
  const term = firstTerm(new Date().toISOString().slice(0, 10))
  return (
    <AdminFrame actor={actor} here="/admin/ambassadors">
      <PageHeader
        look="plain"
        breadcrumb={<Breadcrumb items={[{ href: '/admin/ambassadors', label: 'Ambassadors' }]} />}
        title="Appoint an ambassador"
        lede="Without an application: for whoever was chosen in another way, or before this site was here."
      />
      <AppointForm action={appointAmbassador} initial={{ ...term, person: typeof person === 'string' ? person : '' }} />
    </AdminFrame>
  )
}
