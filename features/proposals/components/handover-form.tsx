'use client'
import { useActionState } from 'react'
import { SubmitButton } from '@/components/submit-button'
import { TextField } from '@/components/text-field'
import type { OfferState } from '../actions/speakers'

type Props = { action: (state: OfferState, form: FormData) => Promise<OfferState> }

/** Proposes for somebody else: they get a link by which they take it over. */
export function HandoverForm({ action }: Props) {
  const [{ values, errors }, submit] = useActionState(action, { values: { name: '', email: '' }, errors: {} })
  return (
    <details open={Object.keys(errors).length > 0}>
      <summary>Somebody else will give this talk</summary>
      <form action={submit} className="stack" noValidate>
        <p className="small muted">They get a link by which it becomes theirs. Until then it stays yours.</p>
        <TextField
          name="name"
          id="successor-name"
          label="Their name"
          defaultValue={values.name}
          error={errors.name}
          autoComplete="off"
        />
        <TextField
          name="email"
          id="successor-email"
          label="Their e-mail address"
          type="email"
          defaultValue={values.email}
          error={errors.email}
          autoComplete="off"
        />
        <div>
          <SubmitButton variant="secondary" pendingLabel="Sending …">
            Send them the link
          </SubmitButton>
        </div>
      </form>
    </details>
  )
}
