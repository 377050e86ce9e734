'use client'
import { useActionState } from 'react'
import { ErrorSummary } from '@/components/error-summary'
import { Select } from '@/components/select'
import { SubmitButton } from '@/components/submit-button'
import { TextArea } from '@/components/text-area'
import { TextField } from '@/components/text-field'
import type { FormState } from '@/features/access/schema'
import { type Fold, Folded } from './folded'

type Props = {
  /** Unique on the page. */
  id: string
  action: (state: FormState, form: FormData) => Promise<FormState>
  values: Record<string, string>
  fold: Fold
  rounds: { id: string; name: string }[]
}

const NUMBERS = [
  ['min', 'Lowest score', '0 or 1.'],
  ['max', 'Highest score', 'At most ten steps.'],
  ['weight', 'Weight', 'How much it counts beside the others.'],
  ['position', 'Place in the list', 'The lowest comes first.'],
] as const

/** What is scored, on which scale, how much it counts, and in which rounds. */
export function CriterionForm({ id, action, values: initial, fold, rounds }: Props) {
  const [{ values, errors }, submit] = useActionState(action, { values: initial, errors: {} })
  const field = (name: string) => ({
    name,
    id: `${id}-${name}`,
    defaultValue: values[name] ?? '',
    error: errors[name],
  })
  return (
    <Folded fold={fold} hasErrors={Object.keys(errors).length > 0}>
      <form action={submit} className="form-column" noValidate>
        <ErrorSummary title="The criterion was not saved" errors={errors} prefix={`${id}-`} />
        <input type="hidden" name="version" value={initial.version ?? '0'} readOnly />
        <TextField {...field('name')} label="Name" maxLength={80} />
        <TextArea {...field('help')} label="Help" note="optional" hint="Reviewers read it above the scale." rows={2} />
        {NUMBERS.map(([name, label, hint]) => (
          <TextField key={name} {...field(name)} type="number" inputMode="numeric" label={label} hint={hint} />
        ))}
        <Select
          {...field('roundId')}
          label="In which rounds"
          empty="In every round"
          options={rounds.map((round) => ({ value: round.id, label: round.name }))}
        />
        <div>
          <SubmitButton pendingLabel="Saving …">Save the criterion</SubmitButton>
        </div>
      </form>
    </Folded>
  )
}
