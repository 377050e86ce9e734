import { Callout } from '@/components/callout'
import { EmptyState } from '@/components/empty-state'
import { PageHeader, SectionHead } from '@/components/page-header'
import { gateEventPage } from '@/features/access/gate'
import { can } from '@/features/access/rules'
import { findClockGaps } from '@/features/proposals/commands/templates'
import { Asked, Waitlist } from '@/features/proposals/components/answers'
import { ClockGapList } from '@/features/proposals/components/clock-gaps'
import { PolicyForm } from '@/features/proposals/components/policy-form'
import { listAnswers } from '@/features/proposals/queries/confirmation'
import { getAnswerPolicy } from '@/features/proposals/queries/policy'
import { REFUSALS } from '@/features/proposals/table'
import { AdminFrame } from '../../../../_frame/admin-frame'

export const metadata = { title: 'Answers' }

type Props = {
  params: Promise<{ event: string }>
  searchParams: Promise<{ done?: string; problem?: string }>
}

const DONE: Record<string, string> = {
  saved: 'Saved.',
  ordered: 'The waiting list has its order.',
  promote: 'The place is given. Its mail is a draft: sending it announces the place.',
  lapse: 'Taken for a no. The mail that says so is a draft.',
  confirm: 'Confirmed for them.',
  decline: 'Declined for them.',
}

export default async function AnswersPage({ params, searchParams }: Props) {
  const { event: slug } = await params
  const path = `/admin/events/${slug}/answers`
  const { actor, event } = await gateEventPage('/admin/events/[event]/answers', slug, path)
  const { done = '', problem } = await searchParams
  const { silent, asked, waiting } = await listAnswers(event, actor, new Date())
  const mayAct = can(actor, 'decide', 'decisions', { eventId: event.id })
  const gaps = mayAct ? await findClockGaps(actor, event, new Date()) : []
  const shared = { slug, timeZone: event.timeZone, mayAct }
  return (
    <AdminFrame actor={actor} event={event} here="/admin/events/[event]/answers">
      <PageHeader
        look="plain"
        title="Answers"
        lede="Who has not said yet whether they come, and who gets the places that become free."
      />
      {DONE[done] && <Callout tone="positive" role="status" title={DONE[done]} />}
      {problem && (
        <Callout
          tone="caution"
          role="status"
          title={Object.entries(REFUSALS).find(([word]) => word === problem)?.[1] ?? problem.slice(0, 120)}
        />
      )}
      <ClockGapList found={gaps} base={`/admin/events/${slug}`} />
      {silent.length + asked.length + waiting.length === 0 && (
        <EmptyState title="Nobody is asked, and nobody waits">
          Announcing accepted proposals asks their speakers.
        </EmptyState>
      )}
      <Asked {...shared} title="Silent" lines={silent} moves={['confirm', 'lapse']} />
      <Asked {...shared} title="Asked" lines={asked} moves={['confirm', 'decline']} />
      <Waitlist {...shared} lines={waiting} />
      {mayAct && (
        <section>
          <SectionHead title="How answers are asked for" />
          <PolicyForm slug={slug} policy={await getAnswerPolicy(event.id)} />
        </section>
      )}
    </AdminFrame>
  )
}
