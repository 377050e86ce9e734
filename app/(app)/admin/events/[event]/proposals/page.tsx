import { LinkButton } from '@/components/button'
import { PageHeader } from '@/components/page-header'
import { gateEventPage } from '@/features/access/gate'
import { filterOf, readListView } from '@/features/proposals/components/list-view'
import { ProposalFilters } from '@/features/proposals/components/proposal-filters'
import { ProposalTable } from '@/features/proposals/components/proposal-table'
import { listChoices } from '@/features/proposals/queries/call'
import { countProposals, listProposals } from '@/features/proposals/queries/committee'
import { AdminFrame } from '../../../../_frame/admin-frame'

export const metadata = { title: 'Proposals' }

type Props = {
  params: Promise<{ event: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function ProposalsPage({ params, searchParams }: Props) {
  const { event: slug } = await params
  const base = `/admin/events/${slug}/proposals`
  const { actor, event } = await gateEventPage('/admin/events/[event]/proposals', slug, base)
  const view = readListView(await searchParams)
  const [{ items, next }, counts, choices] = await Promise.all([
    listProposals(event, actor, filterOf(view)),
    countProposals(event, actor),
    listChoices(event.id),
  ])
  return (
    <AdminFrame actor={actor} event={event} here="/admin/events/[event]/proposals">
      <PageHeader
        look="plain"
        title="Proposals"
        actions={
          <LinkButton href={`/admin/events/${slug}/export`} size="small">
            Export
          </LinkButton>
        }
        lede={
          counts.hidden > 0
            ? `Not shown: ${counts.hidden} in which you speak or with which you have a conflict of interest.`
            : undefined
        }
      />
      <ProposalFilters base={base} view={view} counts={counts} choices={choices} />
      <ProposalTable proposals={items} next={next} base={base} view={view} timeZone={event.timeZone} />
    </AdminFrame>
  )
}
