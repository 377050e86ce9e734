'use client'
import { useActionState } from 'react'
import { Callout } from '@/components/callout'
import { ErrorSummary } from '@/components/error-summary'
import { Select } from '@/components/select'
import { SubmitButton } from '@/components/submit-button'
import { TextField } from '@/components/text-field'
import type { FormState } from '@/features/access/schema'

interface Props {
  action: (state: FormState, form: FormData) => Promise<FormState>
  reviewers: { id: string; name: string }[]
}

/** Gives one proposal to one reviewer. */
export function PairForm({ action, reviewers }: Props) {
  const [{ values, errors, done }, submit] = useActionState(action, { values: {}, errors: {} })
  return (
    <form action={submit} className="form-column" noValidate>
      <ErrorSummary title="Nothing was given" errors={errors} />
      {done && (
        <Callout tone="positive" role="status">
          {done}
        </Callout>
      )}
      <TextField
        name="code"
        label="Code of the proposal"
        autoComplete="off"
        defaultValue={values.code}
        error={errors.code}
        required
      />
      <Select
        name="reviewer"
        label="Reviewer"
        empty="Choose a reviewer"
        options={reviewers.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={values.reviewer ?? ''}
        error={errors.reviewer}
        required
      />
      <div>
        <SubmitButton variant="secondary" pendingLabel="Giving …">
          Give and lock
        </SubmitButton>
      </div>
    </form>
  )
}
