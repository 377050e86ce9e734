import { Breadcrumb } from '@/components/breadcrumb'
import { KeyFigures } from '@/components/key-figures'
import { PageHeader, SectionHead } from '@/components/page-header'
import { Table } from '@/components/table'
import { gateEventPage } from '@/features/access/gate'
import { ProgressTable } from '@/features/reviews/components/progress-table'
import { totalsOf } from '@/features/reviews/components/progress-totals'
import { roundFacts } from '@/features/reviews/components/settings-words'
import { countCoverage, listReviewerProgress } from '@/features/reviews/queries/progress'
import { getRound } from '@/features/reviews/queries/rounds'
import { AdminFrame } from '../../../../../_frame/admin-frame'

export const metadata = { title: 'Progress of the reviews' }

type Props = { params: Promise<{ event: string }> }

export default async function ReviewProgressPage({ params }: Props) {
  const { event: slug } = await params
  const base = `/admin/events/${slug}/review`
  const { actor, event } = await gateEventPage('/admin/events/[event]/review/progress', slug, `${base}/progress`)
  const now = new Date()
  const round = await getRound(event.id, now)
  const [reviewers, coverage] = await Promise.all([
    listReviewerProgress(event, actor, round),
    countCoverage(event, actor, round),
  ])
  return (
    <AdminFrame actor={actor} event={event} here="/admin/events/[event]/review">
      <PageHeader
        look="plain"
        breadcrumb={<Breadcrumb items={[{ label: 'Review', href: base }]} />}
        title="Progress"
        lede={`${round.name}: ${roundFacts(round, { now, zone: event.timeZone })}`}
      />
      <KeyFigures figures={totalsOf(reviewers, coverage)} />
      <section>
        <SectionHead title="Reviewers" aside={reviewers.length} />
        <ProgressTable rows={reviewers} timeZone={event.timeZone} />
      </section>
      <section>
        <SectionHead title="Proposals by their reviews" />
        <Table
          caption="Proposals by how many reviews they have"
          captionHidden
          rows={coverage}
          rowKey={({ reviews }) => String(reviews)}
          empty={<p className="muted">Nothing has been submitted yet.</p>}
          columns={[
            { key: 'reviews', label: 'Reviews', heads: true, numeric: true, cell: ({ reviews }) => reviews },
            { key: 'proposals', label: 'Proposals', numeric: true, cell: ({ proposals }) => proposals },
          ]}
        />
      </section>
    </AdminFrame>
  )
}
