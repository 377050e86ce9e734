import { Callout } from '@/components/callout'
import { SubmitButton } from '@/components/submit-button'
import { answerProposal, withdrawProposal } from '../actions'
import type { OwnProposal } from '../queries/own'

/** What its speaker can do with a proposal where it stands now. */
export function OwnActions({ proposal: { code, event, state } }: { proposal: OwnProposal }) {
  const answer = (word: 'confirm' | 'decline' | 'cancel') => answerProposal.bind(null, event.slug, code, word)
  if (state === 'accepted')
    return (
      <div className="cluster">
        <form action={answer('confirm')}>
          <SubmitButton pendingLabel="Confirming …">I will give this talk</SubmitButton>
        </form>
        <form action={answer('decline')}>
          <SubmitButton variant="secondary" pendingLabel="Declining …">
            I cannot give it
          </SubmitButton>
        </form>
      </div>
    )
  if (state === 'confirmed')
    return (
      <Reversal
        summary="I cannot come after all"
        warning="The session is then cancelled for good, and the committee sees it at once."
      >
        <form action={answer('cancel')}>
          <SubmitButton variant="danger" pendingLabel="Cancelling …">
            Cancel my session
          </SubmitButton>
        </form>
      </Reversal>
    )
  if (state === 'submitted' || state === 'waitlisted')
    return (
      <Reversal
        summary="Withdraw this proposal"
        warning="The committee stops reading it. While the call is open you can submit it again."
      >
        <form action={withdrawProposal.bind(null, event.slug, code)}>
          <SubmitButton variant="danger" pendingLabel="Withdrawing …">
            Withdraw
          </SubmitButton>
        </form>
      </Reversal>
    )
  return null
}

function Reversal({ summary, warning, children }: { summary: string; warning: string; children: React.ReactNode }) {
  return (
    <details>
      <summary>{summary}</summary>
      <Callout tone="caution" actions={children}>
        {warning}
      </Callout>
    </details>
  )
}
