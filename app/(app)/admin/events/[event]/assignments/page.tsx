import { FilterForm } from '@/components/filter-form'
import { PageHeader, SectionHead } from '@/components/page-header'
import { TextField } from '@/components/text-field'
import { gateEventPage } from '@/features/access/gate'
import { can } from '@/features/access/rules'
import {
  addAssignment,
  applyAssignments,
  cancelAssignmentPlan,
  changeAssignments,
  planAssignments,
  setReviewerLoads,
} from '@/features/assignments/actions'
import { AssignmentNotice, afterOf, type Says } from '@/features/assignments/components/assignment-notice'
import { LoadTable } from '@/features/assignments/components/load-table'
import { PairForm } from '@/features/assignments/components/pair-form'
import { PairTable } from '@/features/assignments/components/pair-table'
import { PlanForm } from '@/features/assignments/components/plan-form'
import { PlanResult } from '@/features/assignments/components/plan-result'
import { PlanState } from '@/features/assignments/components/plan-state'
import { getChange } from '@/features/assignments/queries/change'
import { listLoads } from '@/features/assignments/queries/loads'
import { listPairs } from '@/features/assignments/queries/pairs'
import { getPlan, getSettings } from '@/features/assignments/queries/plans'
import { AdminFrame } from '../../../../_frame/admin-frame'

export const metadata = { title: 'Assignments' }

type Props = {
  params: Promise<{ event: string }>
  searchParams: Promise<Says & { q?: string; page?: string; after?: string }>
}

export default async function AssignmentsPage({ params, searchParams }: Props) {
  const { event: slug } = await params
  const base = `/admin/events/${slug}`
  const here = `${base}/assignments`
  const { actor, event } = await gateEventPage('/admin/events/[event]/assignments', slug, here)
  const { q = '', page, after = '', ...says } = await searchParams
  const mayChange = can(actor, 'update', 'assignments', { eventId: event.id })
  const [plan, settings, loads, { items, isLast }] = await Promise.all([
    getPlan(event),
    getSettings(event),
    listLoads(event, actor),
    listPairs(event, actor, { q, after: afterOf(after), limit: 60 }),
  ])
  const last = items.at(-1)
  const shown = plan?.state === 'done' ? plan.result : null
  const change = shown && (await getChange(event, actor, shown))
  return (
    <AdminFrame actor={actor} event={event} here="/admin/events/[event]/assignments">
      <PageHeader
        look="plain"
        title="Assignments"
        lede="Who reviews what. A plan is worked out whole, shows what it would change, and changes nothing until you apply it."
      />
      <AssignmentNotice {...says} />
      {plan && (
        <PlanState plan={plan} here={here} cancel={mayChange ? cancelAssignmentPlan.bind(null, slug, plan.id) : null} />
      )}
      {plan && shown && change && (
        <PlanResult
          result={shown}
          change={change}
          base={base}
          page={Math.max(1, Math.trunc(Number(page)) || 1)}
          apply={mayChange ? applyAssignments.bind(null, slug, plan.id) : null}
        />
      )}
      {mayChange && (
        <section>
          <SectionHead id="settings" title="Work out a plan" />
          <PlanForm
            action={planAssignments.bind(null, slug)}
            settings={{ ...settings, fairness: plan?.settings.fairness ?? 0.5 }}
          />
        </section>
      )}
      <section className="stack">
        <SectionHead title="Reviewers" aside={`${loads.length}`} />
        <p className="small muted">Assigned and done are counted of the proposals that are still undecided.</p>
        <LoadTable loads={loads} save={mayChange ? setReviewerLoads.bind(null, slug) : null} />
      </section>
      <section className="stack">
        <SectionHead title="As it stands" aside={isLast && !after ? `${items.length} pairs` : undefined} />
        <FilterForm action={here} columns="minmax(0, 24rem) auto">
          <TextField name="q" type="search" label="Code, title or reviewer" defaultValue={q} />
        </FilterForm>
        <PairTable pairs={items} base={base} change={mayChange ? changeAssignments.bind(null, slug) : null} />
        {last && !isLast && (
          <p>
            <a href={`${here}?${new URLSearchParams({ q, after: `${last.code} ${last.reviewerSlug}` })}`}>
              Further pairs
            </a>
          </p>
        )}
      </section>
      {mayChange && (
        <section>
          <SectionHead title="By hand" />
          <PairForm action={addAssignment.bind(null, slug)} reviewers={loads} />
        </section>
      )}
    </AdminFrame>
  )
}
