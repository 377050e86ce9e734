import { notFound } from 'next/navigation'
import { Breadcrumb } from '@/components/breadcrumb'
import { PageHeader } from '@/components/page-header'
import { gatePage } from '@/features/access/gate'
import { restoreVersion } from '@/features/proposals/actions/versions'
import { DoneNotice } from '@/features/proposals/components/done-notice'
import { VersionList } from '@/features/proposals/components/version-list'
import { getOwnProposal } from '@/features/proposals/queries/own'
import { listOwnVersions } from '@/features/proposals/queries/versions'
import { canEdit } from '@/features/proposals/rules'
import { PersonFrame } from '../../../../_frame/person-frame'

export const metadata = { title: 'Versions of your proposal' }

type Asked = { from?: string; to?: string; done?: string; problem?: string }
type Props = { params: Promise<{ code: string }>; searchParams: Promise<Asked> }

export default async function OwnVersionsPage({ params, searchParams }: Props) {
  const { code } = await params
  const person = await gatePage('/me/proposals/[code]/versions', `/me/proposals/${code}/versions`)
  const proposal = await getOwnProposal(person, code, new Date())
  const versions = proposal && (await listOwnVersions(person, code))
  if (!proposal || !versions) notFound()
  const { event } = proposal
  const asked = await searchParams
  return (
    <PersonFrame here="">
      <PageHeader
        look="plain"
        breadcrumb={
          <Breadcrumb
            items={[{ label: proposal.text.title || proposal.code, href: `/me/proposals/${proposal.code}` }]}
          />
        }
        title="Versions"
        lede="Every text that was saved is kept."
      />
      <div className="form-column">
        <DoneNotice {...asked} />
        <VersionList
          versions={versions}
          asked={asked}
          timeZone={event.timeZone}
          restore={canEdit(proposal) ? restoreVersion.bind(null, event.slug, proposal.code, 'speaker') : null}
        />
      </div>
    </PersonFrame>
  )
}
