'use client'
import { useActionState } from 'react'
import { SubmitButton } from '@/components/submit-button'
import { TextArea } from '@/components/text-area'
import type { FormState } from '@/features/access/schema'

type Props = {
  /** Unique on the page. */
  id: string
  action: (state: FormState, form: FormData) => Promise<FormState>
  initial: string
  formKey: string
  isEdit?: boolean
}

/** One word to the committee, or another text for it. */
export function CommentForm({ id, action, initial, formKey, isEdit = false }: Props) {
  const [{ values, errors }, submit] = useActionState(action, { values: { text: initial, key: formKey }, errors: {} })
  return (
    <form action={submit} className="form-column" style={{ paddingBlockStart: 'var(--space-3)' }} noValidate>
      <input type="hidden" name="key" value={values.key ?? ''} readOnly />
      <TextArea
        name="text"
        id={id}
        label={isEdit ? 'Your comment' : 'Say something to the committee'}
        hint={isEdit ? undefined : 'Speakers never read this. Nobody is mailed. You can change it for fifteen minutes.'}
        rows={3}
        defaultValue={values.text}
        error={errors.text}
      />
      <div>
        <SubmitButton variant="secondary" size="small" pendingLabel="Saving …">
          {isEdit ? 'Save the change' : 'Add to the discussion'}
        </SubmitButton>
      </div>
    </form>
  )
}
