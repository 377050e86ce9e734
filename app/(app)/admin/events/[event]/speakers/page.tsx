import { EmptyState } from '@/components/empty-state'
import { PageHeader } from '@/components/page-header'
import { Table } from '@/components/table'
import { gateEventPage } from '@/features/access/gate'
import { can } from '@/features/access/rules'
import { listSpeakersFor } from '@/features/proposals/queries/needs'
import { setApart } from '@/lib/text'
import { formatRange } from '@/lib/time-words'
import { AdminFrame } from '../../../../_frame/admin-frame'

export const metadata = { title: 'Speakers' }

type Props = { params: Promise<{ event: string }> }

export default async function SpeakersPage({ params }: Props) {
  const { event: slug } = await params
  const route = '/admin/events/[event]/speakers'
  const { actor, event } = await gateEventPage(route, slug, `/admin/events/${slug}/speakers`)
  const speakers = await listSpeakersFor(event, actor)
  const seesNeeds = can(actor, 'list', 'needs', { eventId: event.id })
  return (
    <AdminFrame actor={actor} event={event} here={route}>
      <PageHeader
        look="plain"
        title="Speakers"
        lede="Of accepted proposals: when they cannot be on stage, and what they need."
      />
      {speakers.length > 0 ? (
        <Table
          caption="Speakers"
          captionHidden
          rows={speakers}
          rowKey={({ slug }) => slug}
          columns={[
            { key: 'name', label: 'Speaker', heads: true, cell: ({ name }) => name },
            {
              key: 'sessions',
              label: 'Proposals',
              cell: ({ sessions }) => sessions.map(({ title }) => setApart(title)).join('; '),
            },
            {
              key: 'times',
              label: 'Cannot',
              cell: ({ times }) =>
                times.map(({ startsAt, endsAt }) => formatRange(startsAt, endsAt, event.timeZone, 'en')).join('; '),
            },
            ...(seesNeeds
              ? [
                  {
                    key: 'needs',
                    label: 'Needs',
                    cell: ({ needs }: (typeof speakers)[number]) =>
                      needs ? [needs.accessibility, needs.travel].filter(Boolean).join('; ') : '',
                  },
                ]
              : []),
          ]}
        />
      ) : (
        <EmptyState title="Nobody speaks yet">Speakers are listed here once a proposal is accepted.</EmptyState>
      )}
    </AdminFrame>
  )
}
