import { Callout } from '@/components/callout'
import { daysLeft } from '@/features/events/rules'
import { formatDate, formatMoment } from '@/lib/time-words'
import type { ProposalFormFacts } from '../queries/call'
import { isFormShown, refuseByWindow } from '../rules'

/** Whether the call takes proposals now, and until when. */
export function CallNotice({ event, call, now }: ProposalFormFacts & { now: Date }) {
  const refusal = refuseByWindow(call, now)
  const zone = event.timeZone
  if (refusal === 'not-open-yet' && call.opensAt)
    return (
      <Callout title={`Opens on ${formatMoment(call.opensAt, zone, 'en')}`}>
        You can write now: your draft is kept until you can submit it.
      </Callout>
    )
  if (refusal === 'closed' && call.closesAt)
    return (
      <Callout tone="caution" title={`This call closed on ${formatDate(call.closesAt, zone, 'en')}`}>
        {isFormShown(call, now)
          ? 'What you write here is kept as a draft, but it can no longer be submitted.'
          : 'Perhaps another conference is looking for your talk.'}
      </Callout>
    )
  if (!call.closesAt) return null
  return (
    <Callout title={`Open until ${formatMoment(call.closesAt, zone, 'en')}`}>{leftUntil(call.closesAt, now)}</Callout>
  )
}

function leftUntil(closesAt: Date, now: Date): string {
  const days = daysLeft(closesAt, now)
  if (days >= 2) return `${days} days are left.`
  const hours = Math.floor((closesAt.getTime() - now.getTime()) / 3_600_000)
  return hours >= 2 ? `${hours} hours are left.` : 'Less than two hours are left.'
}
