import { PageHeader } from '@/components/page-header'
import { Pagination } from '@/components/pagination'
import { TabLinks } from '@/components/tab-links'
import { gateEventPage } from '@/features/access/gate'
import { can } from '@/features/access/rules'
import { announceDecisions, decideProposals } from '@/features/proposals/actions'
import { announceDecisions as announce } from '@/features/proposals/commands/decide'
import { AnnouncementPreview, ToAnnounce } from '@/features/proposals/components/announcements'
import { DecisionList } from '@/features/proposals/components/decision-list'
import { DecisionNotice } from '@/features/proposals/components/decision-notice'
import { decisionHref, pageOf, readDecisionView, VIEWS } from '@/features/proposals/components/decision-view'
import { rankProposals } from '@/features/reviews/queries/ranking'
import { AdminFrame } from '../../../../_frame/admin-frame'

export const metadata = { title: 'Decisions' }

type Props = {
  params: Promise<{ event: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function DecisionsPage({ params, searchParams }: Props) {
  const { event: slug } = await params
  const base = `/admin/events/${slug}`
  const { actor, event } = await gateEventPage('/admin/events/[event]/decisions', slug, `${base}/decisions`)
  const view = readDecisionView(await searchParams)
  const [may, ranking] = [
    (verb: 'decide' | 'announce') => can(actor, verb, 'decisions', { eventId: event.id }),
    await rankProposals(event, actor),
  ]
  const news = ranking.filter(({ isNews }) => isNews)
  const preview =
    view.preview.length > 0 && may('announce')
      ? await announce(actor, event, { codes: view.preview, dryRun: true }, new Date())
      : null
  const { rows, pages, counts } = pageOf(ranking, view)
  return (
    <AdminFrame actor={actor} event={event} here="/admin/events/[event]/decisions">
      <PageHeader
        look="plain"
        title="Decisions"
        lede="Best mean score first. What you decide stays among you until it is announced."
      />
      <DecisionNotice {...view.says} />
      {preview ? (
        <AnnouncementPreview
          preview={preview}
          codes={view.preview}
          announce={announceDecisions.bind(null, slug)}
          base={base}
        />
      ) : (
        <>
          {news.length > 0 && may('announce') && <ToAnnounce ranking={news} base={base} />}
          <TabLinks
            label="Proposals"
            links={VIEWS.map(({ name, label }) => ({
              href: decisionHref(base, name),
              label,
              count: counts[name],
              current: name === view.name,
            }))}
          />
          <DecisionList decide={may('decide') ? decideProposals.bind(null, slug) : null} ranking={rows} base={base} />
          <Pagination page={view.page} pages={pages} hrefOf={(page) => decisionHref(base, view.name, page)} />
        </>
      )}
    </AdminFrame>
  )
}
