'use client'
import { useActionState } from 'react'
import { SubmitButton } from '@/components/submit-button'
import { TextField } from '@/components/text-field'
import { type FormAction, NO_INPUT } from '../schema/forms'

/** For whoever is connected with the applicant: folded away, since it is rare. */
export function ConflictForm({ action }: { action: FormAction }) {
  const [{ errors }, submit] = useActionState(action, NO_INPUT)
  return (
    <details open={Object.keys(errors).length > 0}>
      <summary>I have a conflict of interest</summary>
      <form action={submit} className="form-column" style={{ paddingBlockStart: 'var(--space-4)' }} noValidate>
        <TextField
          name="conflict"
          label="What connects you with them"
          hint="Your vote goes, and you neither vote nor decide any more. It cannot be taken back."
          maxLength={500}
          error={errors.conflict ?? errors['']}
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
