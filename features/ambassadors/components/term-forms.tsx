'use client'
import { useActionState } from 'react'
import { ErrorSummary } from '@/components/error-summary'
import { SubmitButton } from '@/components/submit-button'
import { TextArea } from '@/components/text-area'
import { TextField } from '@/components/text-field'
import { type FormAction, NO_INPUT } from '../schema/forms'
import { TermDaysFields } from './term-days-fields'

export function CorrectTermForm({ action, initial }: { action: FormAction; initial: Record<string, string> }) {
  const [{ values, errors }, submit] = useActionState(action, { values: initial, errors: {} })
  return (
    <form action={submit} className="form-column" noValidate>
      <ErrorSummary title="The days stay as they were" errors={errors} />
      <TermDaysFields values={values} errors={errors} />
      <div>
        <SubmitButton variant="secondary" pendingLabel="Saving …">
          Save the days
        </SubmitButton>
      </div>
    </form>
  )
}

export function EndTermForm({ action, today }: { action: FormAction; today: string }) {
  const [{ values, errors }, submit] = useActionState(action, { values: { lastDay: today }, errors: {} })
  return (
    <form action={submit} className="form-column" noValidate>
      <ErrorSummary title="The term was not ended" errors={errors} />
      <TextField
        type="date"
        name="lastDay"
        label="Their last day"
        defaultValue={values.lastDay}
        error={errors.lastDay}
        required
      />
      <TextArea
        name="letter"
        label="Letter to them"
        note="optional"
        hint="Sent after a greeting, with the last day. Leave it empty and nothing is sent."
        limit={4_000}
        rows={4}
        defaultValue={values.letter}
        error={errors.letter}
      />
      <div>
        <SubmitButton variant="danger" pendingLabel="Ending …">
          End the term
        </SubmitButton>
      </div>
    </form>
  )
}

type ButtonProps = { action: FormAction; title: string; label: string }

/** A button that may be refused: what stood against it is said above. */
export function TermButton({ action, title, label }: ButtonProps) {
  const [{ errors }, submit] = useActionState(action, NO_INPUT)
  return (
    <form action={submit} className="form-column">
      <ErrorSummary title={title} errors={Object.values(errors).map((message) => ({ message }))} />
      <div>
        <SubmitButton variant="secondary">{label}</SubmitButton>
      </div>
    </form>
  )
}
