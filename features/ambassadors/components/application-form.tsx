'use client'
import { useActionState } from 'react'
import { ErrorSummary } from '@/components/error-summary'
import { SubmitButton } from '@/components/submit-button'
import { TextArea } from '@/components/text-area'
import { TextField } from '@/components/text-field'
import type { FormState } from '@/features/access/schema'
import { type FormAction, MOST_REFERENCES } from '../schema/forms'

/** What somebody says who wants to be an ambassador. Kept as it is typed, handed in when it is ready. */
export function ApplicationForm({ action, initial }: { action: FormAction; initial: FormState }) {
  const [{ values, errors }, submit] = useActionState(action, initial)
  return (
    <form action={submit} className="form-column" noValidate>
      <ErrorSummary title="The application was not handed in" errors={errors} />
      <input type="hidden" name="version" value={values.version ?? '0'} />
      <TextArea
        name="statement"
        label="Why you"
        hint="What you care about, and what you would do as an ambassador. At least 100 characters."
        limit={4_000}
        rows={8}
        defaultValue={values.statement}
        error={errors.statement}
        required
      />
      <TextArea
        name="activities"
        label="What you have done"
        hint="Talks, articles, meetups, code, people whom you helped: with links where there are any."
        limit={4_000}
        rows={6}
        defaultValue={values.activities}
        error={errors.activities}
        required
      />
      {Array.from({ length: MOST_REFERENCES }, (_, index) => (
        <fieldset key={index} className="stack" style={{ padding: 0, border: 0 }}>
          <legend style={{ marginBlockEnd: 'var(--space-3)' }}>
            {index === 0
              ? 'Somebody who can speak for you'
              : `Another, if you like (${index + 1} of ${MOST_REFERENCES})`}
          </legend>
          <TextField
            name={`reference-${index}-name`}
            label="Their name"
            maxLength={120}
            autoComplete="off"
            defaultValue={values[`reference-${index}-name`]}
            error={errors[`reference-${index}-name`]}
          />
          <TextField
            name={`reference-${index}-email`}
            type="email"
            label="Their e-mail address"
            hint="They get one letter with a link to confirm, once you have handed in."
            autoComplete="off"
            defaultValue={values[`reference-${index}-email`]}
            error={errors[`reference-${index}-email`]}
          />
        </fieldset>
      ))}
      <div className="cluster">
        <SubmitButton name="do" value="submit" pendingLabel="Sending …">
          Hand in the application
        </SubmitButton>
        <SubmitButton name="do" value="save" variant="secondary" pendingLabel="Saving …">
          Save it for later
        </SubmitButton>
      </div>
    </form>
  )
}
