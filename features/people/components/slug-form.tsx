'use client'
import { useActionState } from 'react'
import { Callout } from '@/components/callout'
import { SubmitButton } from '@/components/submit-button'
import { TextField } from '@/components/text-field'
import type { FieldState } from '../schema/fields'

type Props = {
  action: (state: FieldState, form: FormData) => Promise<FieldState>
  slug: string
  former: string[]
}

/** The address of a person's page. */
export function SlugForm({ action, slug, former }: Props) {
  const [{ value, error, done }, submit] = useActionState(action, { value: slug, error: null, done: null })
  return (
    <form action={submit} className="form-column" noValidate>
      {done && (
        <Callout tone="positive" role="status">
          {done}
        </Callout>
      )}
      <TextField
        name="slug"
        label="Address of the page"
        hint={
          former.length > 0
            ? `What follows /people/. These lead to it too: ${former.join(', ')}.`
            : 'What follows /people/. An old address leads to the new one for good.'
        }
        defaultValue={value}
        error={error}
        spellCheck={false}
        autoComplete="off"
        maxLength={80}
        required
      />
      <div>
        <SubmitButton variant="secondary" pendingLabel="Changing …">
          Change the address
        </SubmitButton>
      </div>
    </form>
  )
}
