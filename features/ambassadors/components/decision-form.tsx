'use client'
import { useActionState } from 'react'
import { ErrorSummary } from '@/components/error-summary'
import { SectionHead } from '@/components/page-header'
import { RadioGroup } from '@/components/radio-group'
import { SubmitButton } from '@/components/submit-button'
import { TextArea } from '@/components/text-area'
import { type FormAction, NO_INPUT } from '../schema/forms'

const OPTIONS = [
  { value: 'accepted', label: 'Accept', hint: 'They are an ambassador from today, for two years.' },
  { value: 'declined', label: 'Decline', hint: 'They may apply again.' },
]

type Props = { action: FormAction; refusal: string | null }

/** The end of an application, with the letter that tells it. */
export function DecisionForm({ action, refusal }: Props) {
  const [{ values, errors }, submit] = useActionState(action, NO_INPUT)
  return (
    <section>
      <SectionHead title="Decide" aside={refusal} />
      {refusal === null && (
        <form action={submit} className="form-column" noValidate>
          <ErrorSummary title="Nothing was decided" errors={errors} />
          <RadioGroup
            name="decision"
            label="The decision"
            options={OPTIONS}
            defaultValue={values.decision}
            error={errors.decision}
          />
          <TextArea
            name="letter"
            label="Letter to the applicant"
            hint="Sent as it stands, after a greeting."
            limit={4_000}
            rows={6}
            defaultValue={values.letter}
            error={errors.letter}
          />
          <div>
            <SubmitButton pendingLabel="Deciding …">Decide and send the letter</SubmitButton>
          </div>
        </form>
      )}
    </section>
  )
}
