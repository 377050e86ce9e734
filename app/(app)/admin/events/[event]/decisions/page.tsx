import { LinkButton } from '@/components/button'
import { Callout } from '@/components/callout'
import { PageHeader, SectionHead } from '@/components/page-header'
import { Pagination } from '@/components/pagination'
import { TabLinks } from '@/components/tab-links'
import { gateEventPage } from '@/features/access/gate'
import { can } from '@/features/access/rules'
import { previewDecisions, saveSlots } from '@/features/decisions/actions'
import { RoomFacts } from '@/features/decisions/components/room-facts'
import { SlotForm } from '@/features/decisions/components/slot-form'
import { getDecisionRoom } from '@/features/decisions/queries/room'
import { announceDecisions, decideProposals, undoDecisions } from '@/features/proposals/actions'
import { announceDecisions as announce } from '@/features/proposals/commands/decide'
import { AnnouncementPreview, ToAnnounce } from '@/features/proposals/components/announcements'
import { DecisionList } from '@/features/proposals/components/decision-list'
import { DecisionNotice } from '@/features/proposals/components/decision-notice'
import { decisionHref, pageOf, readDecisionView, VIEWS } from '@/features/proposals/components/decision-view'
import { listSimilarInEvent } from '@/features/proposals/queries/similar'
import { listUndoable } from '@/features/proposals/queries/undoable'
import { newestCalibration } from '@/features/ranking/commands/calibrate'
import { scoresFrom } from '@/features/ranking/components/scores-from'
import { describePlaces, listPlaces } from '@/features/ranking/queries/ranking'
import { AdminFrame } from '../../../../_frame/admin-frame'
import { BeforeDeciding } from './before-deciding'

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
  const may = (verb: 'decide' | 'announce') => can(actor, verb, 'decisions', { eventId: event.id })
  const isAsking = (view.would !== null && view.codes.length > 0) || view.isSuggesting
  const sitting = !isAsking ? [] : view.codes.length > 0 ? view.codes : 'all'
  const [scores, room] = await Promise.all([newestCalibration(event), getDecisionRoom(event, actor, sitting)])
  const ranking = await listPlaces(event, actor, scores)
  const preview =
    view.preview.length > 0 && may('announce')
      ? await announce(actor, event, { codes: view.preview, dryRun: true }, new Date())
      : null
  const { rows: places, pages, counts } = pageOf(ranking, view)
  const codes = places.map(({ code }) => code)
  const [rows, news, undoable, similar] = await Promise.all([
    describePlaces(event, actor, places),
    describePlaces(
      event,
      actor,
      ranking.filter(({ isNews }) => isNews),
    ),
    listUndoable(event, codes),
    listSimilarInEvent(event, actor, codes),
  ])
  return (
    <AdminFrame actor={actor} event={event} here="/admin/events/[event]/decisions">
      <PageHeader
        look="plain"
        title="Decisions"
        lede={`Best score first, reviewers’ severity taken out; the plain mean and its place stand beside it. ${scoresFrom(scores, event)} What you decide stays among you until it is announced.`}
        actions={may('decide') && <LinkButton href={`${base}/decisions?suggest=1`}>Suggest a programme</LinkButton>}
      />
      <DecisionNotice {...view.says} />
      {view.hasNewSlots && <Callout tone="positive" role="status" title="The slots are saved." />}
      {preview ? (
        <AnnouncementPreview
          preview={preview}
          codes={view.preview}
          announce={announceDecisions.bind(null, slug)}
          base={base}
        />
      ) : isAsking && may('decide') ? (
        <BeforeDeciding actor={actor} event={event} view={view} ranking={ranking} room={room} base={base} />
      ) : (
        <>
          <RoomFacts room={room} base={base} />
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
          <DecisionList
            decide={may('decide') ? decideProposals.bind(null, slug) : null}
            preview={may('decide') ? previewDecisions.bind(null, slug) : null}
            undo={
              may('decide')
                ? {
                    action: undoDecisions.bind(null, slug),
                    moves: new Map([...undoable].map(([code, move]) => [code, move.id])),
                  }
                : null
            }
            ranking={rows}
            similar={similar}
            base={base}
          />
          <Pagination page={view.page} pages={pages} hrefOf={(page) => decisionHref(base, view.name, page)} />
          <section id="slots">
            <SectionHead title="Slots" />
            <SlotForm {...room} save={may('decide') ? saveSlots.bind(null, slug) : null} />
          </section>
        </>
      )}
    </AdminFrame>
  )
}
