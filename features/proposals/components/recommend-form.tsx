import { Callout } from '@/components/callout'
import { SectionHead } from '@/components/page-header'
import { Select } from '@/components/select'
import { SubmitButton } from '@/components/submit-button'
import { DECISIONS, type Decision } from '../schema'
import { REFUSALS } from '../table'
import { DECISION_WORDS } from './decision-words'

interface Props {
  action: (form: FormData) => Promise<void>
  /** What its reader recommended last. */
  mine: Decision | null
  done: string | undefined
  problem: string | undefined
}

/** What one thinks should be decided: it binds nobody. */
export function RecommendForm({ action, mine, done, problem }: Props) {
  const refusal = Object.entries(REFUSALS).find(([word]) => word === problem)?.[1]
  return (
    <section className="stack">
      <SectionHead title="Your recommendation" />
      {done === 'recommended' && (
        <Callout tone="positive" role="status" title="The chairs see your recommendation.">
          It binds nobody, and no speaker reads it.
        </Callout>
      )}
      {refusal && <Callout tone="caution" role="status" title={refusal} />}
      <form action={action} className="stack">
        <Select
          name="decision"
          label="What should be decided"
          hint={mine ? 'You can change it until the decision is announced.' : 'The chairs read it beside the scores.'}
          options={DECISIONS.map((value) => ({ value, label: DECISION_WORDS[value] }))}
          defaultValue={mine ?? undefined}
        />
        <div>
          <SubmitButton variant="secondary" pendingLabel="Noting …">
            {mine ? 'Change my recommendation' : 'Recommend'}
          </SubmitButton>
        </div>
      </form>
    </section>
  )
}
