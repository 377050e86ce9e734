import { LinkButton } from '@/components/button'
import { PageHeader } from '@/components/page-header'
import { Pagination } from '@/components/pagination'
import { gatePage } from '@/features/access/gate'
import { getSite } from '@/features/content/queries/site'
import { checkLinks } from '@/features/editing/actions'
import { DeskFilters } from '@/features/editing/components/desk-filters'
import { DeskTable } from '@/features/editing/components/desk-table'
import { hrefOf, readDeskView } from '@/features/editing/components/desk-view'
import { LinkProgress } from '@/features/editing/components/link-progress'
import { SyncProblems } from '@/features/editing/components/sync-problems'
import { getLinkProgress } from '@/features/editing/queries/links'
import { getDesk, listSyncProblems } from '@/features/editing/queries/texts'
import { AdminFrame } from '../../_frame/admin-frame'

export const metadata = { title: 'Content' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function ContentPage({ searchParams }: Props) {
  const actor = await gatePage('/admin/content', '/admin/content')
  const view = readDeskView(await searchParams)
  const [desk, problems, progress] = await Promise.all([
    getDesk(view, new Date()),
    listSyncProblems(),
    getLinkProgress(),
  ])
  const { timeZone } = getSite()
  return (
    <AdminFrame actor={actor} here="/admin/content">
      <PageHeader
        look="plain"
        title="Content"
        lede={`${desk.counts.all} texts, with the files behind them.`}
        actions={<LinkButton href="/admin/content/calendar">Calendar</LinkButton>}
      />
      <SyncProblems problems={problems} timeZone={timeZone} />
      <LinkProgress {...progress} check={checkLinks} timeZone={timeZone} />
      <DeskFilters view={view} counts={desk.counts} />
      <DeskTable texts={desk.items} timeZone={timeZone} />
      <Pagination page={view.page} pages={desk.pages} hrefOf={(page) => hrefOf({ ...view, page })} />
    </AdminFrame>
  )
}
