import { notFound } from 'next/navigation'
import { Breadcrumb } from '@/components/breadcrumb'
import { PageHeader } from '@/components/page-header'
import { gateEventPage } from '@/features/access/gate'
import { restoreVersion } from '@/features/proposals/actions/versions'
import { DoneNotice } from '@/features/proposals/components/done-notice'
import { VersionList } from '@/features/proposals/components/version-list'
import { listCommitteeVersions } from '@/features/proposals/queries/versions'
import { AdminFrame } from '../../../../../../_frame/admin-frame'

export const metadata = { title: 'Versions of a proposal' }

type Asked = { from?: string; to?: string; done?: string; problem?: string }
type Props = { params: Promise<{ event: string; code: string }>; searchParams: Promise<Asked> }

export default async function VersionsPage({ params, searchParams }: Props) {
  const { event: slug, code } = await params
  const base = `/admin/events/${slug}/proposals/${code}`
  const { actor, event } = await gateEventPage(
    '/admin/events/[event]/proposals/[code]/versions',
    slug,
    `${base}/versions`,
  )
  const versions = await listCommitteeVersions(event, actor, code)
  if (!versions) notFound()
  const asked = await searchParams
  return (
    <AdminFrame actor={actor} event={event} here="/admin/events/[event]/proposals">
      <PageHeader
        look="plain"
        breadcrumb={<Breadcrumb items={[{ label: versions[0]?.text.title || code, href: base }]} />}
        title="Versions"
        lede="From the text that was handed in to the one that is read now."
      />
      <div className="form-column">
        <DoneNotice {...asked} />
        <VersionList
          versions={versions}
          asked={asked}
          timeZone={event.timeZone}
          restore={restoreVersion.bind(null, event.slug, code, 'committee')}
        />
      </div>
    </AdminFrame>
  )
}
