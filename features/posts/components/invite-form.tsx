'use client'
import { useActionState } from 'react'
import { Callout } from '@/components/callout'
import { Select } from '@/components/select'
import { SubmitButton } from '@/components/submit-button'
import { TextArea } from '@/components/text-area'
import { TextField } from '@/components/text-field'
import type { FormState } from '@/features/access/schema'
import { LIMITS } from '../schema'

type Props = { action: (state: FormState, form: FormData) => Promise<FormState> }

/** Asks somebody for a post: they are told by mail, and sign in with that address. */
export function InviteForm({ action }: Props) {
  const [{ values, errors, done }, dispatch] = useActionState(action, { values: {}, errors: {} })
  return (
    <form action={dispatch} className="stack" noValidate>
      {done && (
        <Callout tone="positive" role="status">
          {done}
        </Callout>
      )}
      <TextField name="email" type="email" label="E-mail address" defaultValue={values.email} error={errors.email} />
      <TextField
        name="name"
        label="Name"
        note="optional"
        hint="For somebody who is new here; they can change it."
        defaultValue={values.name}
        error={errors.name}
      />
      <Select
        name="locale"
        label="Language of the text"
        options={[
          { value: 'en', label: 'English' },
          { value: 'zh', label: '中文' },
        ]}
        defaultValue={values.locale ?? 'en'}
        error={errors.locale}
      />
      <TextArea
        name="brief"
        label="What you would like to read"
        note="optional"
        rows={4}
        limit={LIMITS.comment}
        defaultValue={values.brief}
        error={errors.brief}
      />
      <div>
        <SubmitButton pendingLabel="Inviting …">Invite</SubmitButton>
      </div>
    </form>
  )
}
