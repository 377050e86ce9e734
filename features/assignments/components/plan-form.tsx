'use client'
import { useActionState } from 'react'
import { ErrorSummary } from '@/components/error-summary'
import { Field } from '@/components/field'
import { SubmitButton } from '@/components/submit-button'
import { TextField } from '@/components/text-field'
import type { FormState } from '@/features/access/schema'
import styles from './assignments.module.css'

interface Props {
  action: (state: FormState, form: FormData) => Promise<FormState>
  settings: { reviewsPerProposal: number; reviewerLoad: number | null; fairness: number }
}

/** What a plan is to hold, and the button that has it worked out. */
export function PlanForm({ action, settings }: Props) {
  const [{ values, errors }, submit] = useActionState(action, { values: {}, errors: {} })
  const { reviewsPerProposal, reviewerLoad, fairness } = settings
  return (
    <form action={submit} className="stack" noValidate>
      <ErrorSummary title="No plan was begun" errors={errors} />
      <div className={styles.settings}>
        <TextField
          name="reviewsPerProposal"
          type="number"
          min={1}
          max={20}
          label="Reviews for each proposal"
          defaultValue={values.reviewsPerProposal ?? reviewsPerProposal}
          error={errors.reviewsPerProposal}
        />
        <TextField
          name="reviewerLoad"
          type="number"
          min={0}
          label="Most for one reviewer"
          note="optional"
          hint="Left empty: an even share and a fifth more."
          defaultValue={values.reviewerLoad ?? reviewerLoad ?? ''}
          error={errors.reviewerLoad}
        />
        <Field
          id="fairness"
          label="Fairness"
          hint="Left: the best sum. Right: up to 0.5 % of it is given up to lift the worst-off proposals."
          error={errors.fairness}
        >
          <input
            id="fairness"
            name="fairness"
            type="range"
            min={0}
            max={1}
            step={0.05}
            defaultValue={values.fairness ?? fairness}
            aria-describedby="fairness-hint"
          />
        </Field>
      </div>
      <div>
        <SubmitButton pendingLabel="Asking …">Work out a plan</SubmitButton>
      </div>
    </form>
  )
}
