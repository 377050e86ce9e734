'use client'
import { useActionState } from 'react'
import { Select } from './select'
import { SubmitButton } from './submit-button'
import { TextField } from './text-field'

type State = { values: Record<string, string>; errors: Record<string, string> }

type Props = {
  action: (state: State, form: FormData) => Promise<State>
  /** "What connects you with …". */
  label: string
  /** What follows from it. */
  hint: string
  /** Which proposals there are to choose from, where the page is not about one. */
  choices?: { code: string; title: string }[]
}

/** For whoever is connected with those they are to judge: folded away, since it is rare. */
export function ConflictForm({ action, label, hint, choices }: Props) {
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
          label={label}
          hint={hint}
          maxLength={500}
          defaultValue={values.conflict}
          error={errors.conflict ?? errors[''] ?? (choices ? undefined : errors.code)}
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
