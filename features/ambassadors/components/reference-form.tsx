'use client'
import { useActionState } from 'react'
import { Callout } from '@/components/callout'
import { SubmitButton } from '@/components/submit-button'
import { TextArea } from '@/components/text-area'
import type { FormAction } from '../schema/forms'

type Props = { action: FormAction; applicant: string; words: string; isConfirmed: boolean }

export function ReferenceForm({ action, applicant, words, isConfirmed }: Props) {
  const [{ values, errors, done }, submit] = useActionState(action, { values: { words }, errors: {} })
  return (
    <form action={submit} className="form-column" noValidate>
      {done ? (
        <Callout tone="positive" role="status">
          {done}
        </Callout>
      ) : (
        isConfirmed && <Callout>You have confirmed this already. What you write now replaces what you wrote.</Callout>
      )}
      <TextArea
        name="words"
        label={`What should the team know of ${applicant}?`}
        note="optional"
        hint="Only the ambassador team reads it."
        limit={2_000}
        defaultValue={values.words}
        error={errors.words}
      />
      <div>
        <SubmitButton pendingLabel="Sending …">Yes, I speak for {applicant}</SubmitButton>
      </div>
    </form>
  )
}
