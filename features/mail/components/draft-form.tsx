'use client'
import { useActionState } from 'react'
import { ErrorSummary } from '@/components/error-summary'
import { SubmitButton } from '@/components/submit-button'
import { TextArea } from '@/components/text-area'
import { TextField } from '@/components/text-field'
import type { DraftState } from '../schema'

type Props = {
  action: (state: DraftState, form: FormData) => Promise<DraftState>
  draft: { subject: string; text: string; version: number }
}

/** The words of one draft. */
export function DraftForm({ action, draft }: Props) {
  const [{ values, errors }, submit] = useActionState(action, { values: draft, errors: {} })
  return (
    <form action={submit} className="form-column" noValidate>
      <ErrorSummary title="The draft was not saved" errors={errors} />
      <input type="hidden" name="version" value={draft.version} />
      <TextField name="subject" label="Subject" defaultValue={values.subject} error={errors.subject} required />
      <TextArea name="text" label="Text" rows={16} defaultValue={values.text} error={errors.text} required />
      <div>
        <SubmitButton pendingLabel="Saving …">Save the draft</SubmitButton>
      </div>
    </form>
  )
}
