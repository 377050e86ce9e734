import { PageHeader } from '@/components/page-header'
import { gateEventPage } from '@/features/access/gate'
import { can } from '@/features/access/rules'
import { ExportList } from '@/features/proposals/components/export-list'
import { eyesOf } from '@/features/proposals/queries/redacted'
import { AdminFrame } from '../../../../_frame/admin-frame'

export const metadata = { title: 'Export' }

type Props = { params: Promise<{ event: string }> }

export default async function ExportPage({ params }: Props) {
  const { event: slug } = await params
  const base = `/admin/events/${slug}/export`
  const { actor, event } = await gateEventPage('/admin/events/[event]/export', slug, base)
  const { seesNames, seesAddresses } = await eyesOf(event, actor)
  const who = seesNames ? '' : ' Names are not in them: this round is read without.'
  return (
    <AdminFrame actor={actor} event={event} here="/admin/events/[event]/proposals">
      <PageHeader
        look="plain"
        title="Export"
        lede={`What was submitted to ${event.name} as files. What you may not see here is not in them either.${who}`}
      />
      <ExportList
        base={base}
        hasSpeakers={seesAddresses}
        hasReviews={can(actor, 'list', 'reviews', { eventId: event.id })}
      />
    </AdminFrame>
  )
}
