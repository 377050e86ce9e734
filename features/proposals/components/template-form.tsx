'use client'
import { useActionState } from 'react'
import { Callout } from '@/components/callout'
import { ErrorSummary } from '@/components/error-summary'
import { SubmitButton } from '@/components/submit-button'
import { TextArea } from '@/components/text-area'
import { TextField } from '@/components/text-field'
import { MessageText } from '@/features/mail/components/message-text'
import type { TemplateState } from '../schema/template'

type Props = {
  action: (state: TemplateState, form: FormData) => Promise<TemplateState>
  template: { subject: string; text: string; version: number; kind: string; locale: string }
}

/** The words of one kind of mail, with what they come to for a proposal that is due for it. */
export function TemplateForm({ action, template }: Props) {
  const { subject, text, version, kind, locale } = template
  const [state, submit] = useActionState(action, { values: { subject, text }, errors: {}, preview: null })
  const { values, errors, preview } = state
  return (
    <form action={submit} className="form-column" noValidate>
      <ErrorSummary title="The template was not saved" errors={errors} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="locale" value={locale} />
      <TextField name="subject" label="Subject" defaultValue={values.subject} error={errors.subject} required />
      <TextArea name="text" label="Text" rows={16} defaultValue={values.text} error={errors.text} required />
      <div className="cluster">
        <SubmitButton pendingLabel="Saving …" name="intent" value="save">
          Save
        </SubmitButton>
        <SubmitButton variant="secondary" pendingLabel="Writing …" name="intent" value="preview">
          Preview
        </SubmitButton>
      </div>
      {preview === 'nobody' && <Callout tone="note" role="status" title="No proposal is due for this mail now." />}
      {preview && preview !== 'nobody' && (
        <Callout tone="note" role="status" title={preview.subject}>
          <p className="small muted">To {preview.to}</p>
          <MessageText text={preview.text} />
        </Callout>
      )}
    </form>
  )
}
