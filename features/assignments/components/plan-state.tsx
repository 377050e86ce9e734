import { Button } from '@/components/button'
import { Callout } from '@/components/callout'
import type { Plan } from '../queries/plans'
import { KeepLooking } from './keep-looking'

interface Props {
  plan: Plan
  here: string
  /** Null for who may look and not change. */
  cancel: (() => Promise<void>) | null
}

/** How far a plan is, or why there is none. */
export function PlanState({ plan, here, cancel }: Props) {
  const { state, round, gap, problem } = plan
  if (state === 'failed')
    return (
      <Callout tone="negative" title="The plan could not be worked out.">
        {problem}
      </Callout>
    )
  if (state !== 'queued' && state !== 'running') return null
  const far = gap === null || gap < 1 ? '' : `, at most ${Math.ceil(gap)} points from the best`
  return (
    <Callout
      role="status"
      title={state === 'queued' ? 'The plan waits for its turn.' : 'The plan is being worked out.'}
      actions={
        <>
          <a href={here}>Look again</a>
          {cancel && (
            <form action={cancel}>
              <Button type="submit" size="small">
                Cancel
              </Button>
            </form>
          )}
        </>
      }
    >
      <KeepLooking />
      {round > 0 ? `Round ${round}${far}.` : 'Proposals and reviewers are being compared.'}
    </Callout>
  )
}
