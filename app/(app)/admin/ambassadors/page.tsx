import { LinkButton } from '@/components/button'
import { PageHeader, SectionHead } from '@/components/page-header'
import { gatePage } from '@/features/access/gate'
import { AmbassadorTable } from '@/features/ambassadors/components/ambassador-table'
import { ApplicationTable } from '@/features/ambassadors/components/application-table'
import { waitingWords } from '@/features/ambassadors/components/waiting'
import { countWaiting, listApplications } from '@/features/ambassadors/queries/applications'
import { listTerms } from '@/features/ambassadors/queries/staff'
import { AdminFrame } from '../../_frame/admin-frame'

export const metadata = { title: 'Ambassadors' }

export default async function AmbassadorsDesk() {
  const actor = await gatePage('/admin/ambassadors', '/admin/ambassadors')
  const [applications, ambassadors] = await Promise.all([listApplications(actor), listTerms()])
  return (
    <AdminFrame actor={actor} here="/admin/ambassadors">
      <PageHeader
        look="plain"
        title="Ambassadors"
        lede={waitingWords(countWaiting(applications))}
        actions={<LinkButton href="/admin/ambassadors/appoint">Appoint somebody</LinkButton>}
      />
      <section>
        <SectionHead title="Applications" />
        <ApplicationTable applications={applications} />
      </section>
      <section>
        <SectionHead title="Terms" aside="Those that end soonest first." />
        <AmbassadorTable ambassadors={ambassadors} today={new Date().toISOString().slice(0, 10)} />
      </section>
    </AdminFrame>
  )
}
