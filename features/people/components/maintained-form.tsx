'use client'
import { useActionState } from 'react'
import { SubmitButton } from '@/components/submit-button'
import { TextField } from '@/components/text-field'
import type { FieldState } from '../schema/fields'

type Props = { action: (state: FieldState, form: FormData) => Promise<FieldState>; value: string }

export function MaintainedForm({ action, value: saved }: Props) {
  const [{ value, error }, submit] = useActionState(action, { value: saved, error: null, done: null })
  return (
    <form action={submit} className="form-column" noValidate>
      <TextField
        name="projects"
        label="Maintains"
        hint="Names of projects, with commas between. It stands on their page and on the projects’."
        defaultValue={value}
        error={error}
      />
      <div>
        <SubmitButton variant="secondary" pendingLabel="Saving …">
          Save what they maintain
        </SubmitButton>
      </div>
    </form>
  )
}
