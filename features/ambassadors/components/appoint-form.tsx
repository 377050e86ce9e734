'use client'
import { useActionState } from 'react'
import { ErrorSummary } from '@/components/error-summary'
import { SubmitButton } from '@/components/submit-button'
import { TextArea } from '@/components/text-area'
import { TextField } from '@/components/text-field'
import type { FormAction } from '../schema/forms'
import { TermDaysFields } from './term-days-fields'

type Props = { action: FormAction; initial: Record<string, string> }

/** Makes somebody an ambassador without an application. */
export function AppointForm({ action, initial }: Props) {
  const [{ values, errors }, submit] = useActionState(action, { values: initial, errors: {} })
  return (
    <form action={submit} className="form-column" noValidate>
      <ErrorSummary title="Nobody was appointed" errors={errors} />
      <TextField
        name="person"
        label="Who"
        hint="Their e-mail address, the last part of their page’s address, or their full name."
        defaultValue={values.person}
        error={errors.person}
        autoComplete="off"
        required
      />
      <TermDaysFields values={values} errors={errors} />
      <TextArea
        name="letter"
        label="Letter to them"
        note="optional"
        hint="Sent after a greeting, with the days of the term. Leave it empty and nothing is sent."
        limit={4_000}
        rows={5}
        defaultValue={values.letter}
        error={errors.letter}
      />
      <div>
        <SubmitButton pendingLabel="Appointing …">Appoint them</SubmitButton>
      </div>
    </form>
  )
}
