'use client'
import { useActionState } from 'react'
import { ErrorSummary } from '@/components/error-summary'
import { SubmitButton } from '@/components/submit-button'
import { TextField } from '@/components/text-field'
import type { FormState } from '../schema'

type Props = { action: (state: FormState, form: FormData) => Promise<FormState>; next: string }

/** Asks for an address to mail a link to. */
export function SignInForm({ action, next }: Props) {
  const [{ values, errors }, submit] = useActionState(action, { values: {}, errors: {} })
  return (
    <form action={submit} className="stack" noValidate>
      <ErrorSummary title="The link could not be sent" errors={errors} />
      <input type="hidden" name="next" value={next} />
      <TextField
        name="email"
        type="email"
        label="E-mail address"
        hint="We mail you a link to sign in with. There is no password, and new addresses are welcome."
        autoComplete="email"
        defaultValue={values.email}
        error={errors.email}
        required
      />
      <div>
        <SubmitButton pendingLabel="Sending …">Mail me a link</SubmitButton>
      </div>
    </form>
  )
}
