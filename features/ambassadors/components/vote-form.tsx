'use client'
import { useActionState } from 'react'
import { ErrorSummary } from '@/components/error-summary'
import { SectionHead } from '@/components/page-header'
import { RadioGroup } from '@/components/radio-group'
import { SubmitButton } from '@/components/submit-button'
import { TextArea } from '@/components/text-area'
import type { FormAction } from '../schema/forms'

const OPTIONS = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'abstain', label: 'Abstain' },
]

type Props = { action: FormAction; mine: { vote: string; reason: string } | null }

export function VoteForm({ action, mine }: Props) {
  const initial = { values: { vote: mine?.vote ?? '', reason: mine?.reason ?? '' }, errors: {} }
  const [{ values, errors }, submit] = useActionState(action, initial)
  return (
    <section>
      <SectionHead title={mine ? 'Change your vote' : 'Your vote'} />
      <form action={submit} className="form-column" noValidate>
        <ErrorSummary title="Your vote was not counted" errors={errors} />
        <RadioGroup
          name="vote"
          label="Should they be an ambassador?"
          layout="inline"
          options={OPTIONS}
          defaultValue={values.vote}
          error={errors.vote}
        />
        <TextArea
          name="reason"
          label="Why"
          hint="The others of the team read it, the applicant does not."
          limit={2_000}
          rows={3}
          defaultValue={values.reason}
          error={errors.reason}
        />
        <div>
          <SubmitButton pendingLabel="Voting …">Vote</SubmitButton>
        </div>
      </form>
    </section>
  )
}
