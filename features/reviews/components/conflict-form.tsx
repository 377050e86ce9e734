'use client'
import { useActionState } from 'react'
import { Select } from '@/components/select'
import { SubmitButton } from '@/components/submit-button'
import { TextField } from '@/components/text-field'
import type { FormState } from '@/features/access/schema'

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>
  /** Which proposals there are to choose from; null where the page is about one. */
  choices: { code: string; title: string }[] | null
}

/** For whoever is connected with a speaker: folded away, since it is rare. */
export function ConflictForm({ action, choices }: Props) {
  const [{ values, errors }, submit] = useActionState(action, { values: {}, errors: {} })
  return (
    <details open={Object.keys(errors).length > 0}>
      <summary>I have a conflict of interest</summary>
      <form action={submit} className="form-column" style={{ paddingBlockStart: 'var(--space-4)' }} noValidate>
        {choices && (
          <Select
            name="code"
            label="With which proposal"
            empty="Choose a proposal"
            options={choices.map(({ code, title }) => ({ value: code, label: `${title} (${code})` }))}
            defaultValue={values.code ?? ''}
            error={errors.code}
          />
        )}
        <TextField
          name="conflict"
          label="What connects you with it"
          hint="Chairs read this. The proposal leaves your queue, and a review that you wrote of it counts no more."
          maxLength={500}
          defaultValue={values.conflict}
          error={errors.conflict ?? (choices ? undefined : errors.code)}
        />
        <div>
          <SubmitButton variant="secondary" pendingLabel="Noting …">
            Note my conflict
          </SubmitButton>
        </div>
      </form>
    </details>
  )
}
