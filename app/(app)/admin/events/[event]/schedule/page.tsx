import { AdminFrame } from '@/app/(app)/_frame/admin-frame'
import { gateEventPage } from '@/features/access/gate'
import { can } from '@/features/access/rules'
import { ScheduleEditor } from '@/features/schedule/components/editor'
import { getDraft } from '@/features/schedule/queries/draft'
import { EditorFocus } from '@/features/schedule/schema'

type Props = {
  params: Promise<{ event: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata = { title: 'Schedule' }

export default async function SchedulePage({ params, searchParams }: Props) {
  const { event: slug } = await params
  const { actor, event } = await gateEventPage('/admin/events/[event]/schedule', slug, `/admin/events/${slug}/schedule`)
  const draft = await getDraft(event, actor, new Date())
  const focus = EditorFocus.parse(await searchParams)
  const canRelease = can(actor, 'release', 'schedule', { eventId: event.id })
  return (
    <AdminFrame actor={actor} event={event} here="/admin/events/[event]/schedule">
      <ScheduleEditor slug={slug} name={event.name} draft={draft} focus={focus} canRelease={canRelease} />
    </AdminFrame>
  )
}
