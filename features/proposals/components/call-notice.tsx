import { Callout } from '@/components/callout'
import { type CodeTerms, refuseByCall, windowFor } from '@/features/calls/rules/windows'
import { closingDay, daysLeft } from '@/features/events/rules'
import { formatMoment, formatPlainDate } from '@/lib/time-words'
import type { ProposalFormFacts } from '../queries/call'
import { isFormShown } from '../rules'

type Props = Pick<ProposalFormFacts, 'call' | 'choices'> & { code: CodeTerms | null; now: Date }

/** Whether the call takes proposals now, and until when; for each format, where they differ. */
export function CallNotice({ call, choices, code, now }: Props) {
  const refusal = refuseByCall(call, { format: null, code, now })
  const isByCode = refusal === null && refuseByCall(call, { format: null, code: null, now }) !== null
  const { opensAt, closesAt } = windowFor(call, null)
  const say = (moment: Date) =>
    call.closesByDay ? formatPlainDate(closingDay(moment), 'en') : formatMoment(moment, call.timeZone, 'en')
  if (isByCode) {
    const until = code?.expiresAt
    return <Callout title={until ? `Your access code counts until ${say(until)}` : 'Your access code lets you in'} />
  }
  if (refusal === 'code-needed')
    return <Callout title="This call is by invitation">Give the access code that you were sent.</Callout>
  if (refusal === 'code-expired') return <Callout tone="caution" title="This access code has expired" />
  if (refusal === 'code-used-up')
    return <Callout tone="caution" title="This access code has been used as often as it could be" />
  if (refusal === 'not-open-yet' && opensAt)
    return (
      <Callout title={`Opens on ${say(opensAt)}`}>
        You can write now: your draft is kept until you can submit it.
      </Callout>
    )
  if (refusal === 'closed' && closesAt)
    return (
      <Callout tone="caution" title={`This call closed on ${say(closesAt)}`}>
        {isFormShown({ ...call, closesAt }, now)
          ? 'What you write here is kept as a draft, but it can no longer be submitted.'
          : 'Perhaps another conference is looking for your talk.'}
      </Callout>
    )
  const own = choices.formats.flatMap(({ slug, name }) => {
    const format = call.formats.find((each) => each.slug === slug)
    return format?.closesAt ? [`${name}: ${say(format.closesAt)}`] : []
  })
  if (!closesAt && own.length === 0) return <Callout title="Open without an end" />
  return (
    <Callout title={closesAt ? `Open until ${say(closesAt)}` : 'Open without an end'}>
      {closesAt && leftUntil(closesAt, now)} {own.length > 0 && `Some formats close by themselves. ${own.join('; ')}.`}
    </Callout>
  )
}

function leftUntil(closesAt: Date, now: Date): string {
  const days = daysLeft(closesAt, now)
  if (days >= 2) return `${days} days are left.`
  const hours = Math.floor((closesAt.getTime() - now.getTime()) / 3_600_000)
  return hours >= 2 ? `${hours} hours are left.` : 'Less than two hours are left.'
}
