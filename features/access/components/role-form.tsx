'use client'
import { useActionState } from 'react'
import { Callout } from '@/components/callout'
import { ErrorSummary } from '@/components/error-summary'
import { Select } from '@/components/select'
import { SubmitButton } from '@/components/submit-button'
import { TextField } from '@/components/text-field'
import { type FormState, ROLE_NAMES, type Role } from '../schema'

type Props = { action: (state: FormState, form: FormData) => Promise<FormState>; roles: readonly Role[]; hint: string }

/** Gives somebody a role by their address. */
export function RoleForm({ action, roles, hint }: Props) {
  const [{ values, errors, done }, submit] = useActionState(action, { values: {}, errors: {} })
  return (
    <form action={submit} className="form-column" noValidate>
      <ErrorSummary title="The role was not given" errors={errors} />
      {done && (
        <Callout tone="positive" role="status">
          {done}
        </Callout>
      )}
      <TextField
        name="email"
        type="email"
        label="E-mail address"
        hint={hint}
        autoComplete="off"
        defaultValue={values.email}
        error={errors.email}
        required
      />
      <Select
        name="role"
        label="Role"
        empty="Choose a role"
        options={roles.map((role) => ({ value: role, label: ROLE_NAMES[role] }))}
        defaultValue={values.role ?? ''}
        error={errors.role}
        required
      />
      <div>
        <SubmitButton pendingLabel="Adding …">Give the role</SubmitButton>
      </div>
    </form>
  )
}
