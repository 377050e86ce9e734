import { Breadcrumb } from '@/components/breadcrumb'
import { PageHeader } from '@/components/page-header'
import { gatePage } from '@/features/access/gate'
import { getSite } from '@/features/content/queries/site'
import { ContentCalendar, monthName } from '@/features/editing/components/content-calendar'
import { listDatedTexts } from '@/features/editing/queries/calendar'
import { monthOf, weeksOf } from '@/features/editing/rules/calendar'
import { dayOf } from '@/lib/time'
import { AdminFrame } from '../../../_frame/admin-frame'

export const metadata = { title: 'Calendar' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function CalendarPage({ searchParams }: Props) {
  const actor = await gatePage('/admin/content/calendar', '/admin/content/calendar')
  const { timeZone } = getSite()
  const now = new Date()
  const today = dayOf(now, timeZone)
  const month = monthOf((await searchParams).month, today)
  const days = weeksOf(month).flat()
  const texts = await listDatedTexts(days[0] ?? today, days.at(-1) ?? today, timeZone, now)
  return (
    <AdminFrame actor={actor} here="/admin/content/calendar">
      <PageHeader
        look="plain"
        breadcrumb={<Breadcrumb items={[{ label: 'Content', href: '/admin/content' }]} />}
        title={monthName(month)}
        lede="What came out, and what comes out by itself."
      />
      <ContentCalendar month={month} today={today} texts={texts} />
    </AdminFrame>
  )
}
