'use client'
import { useActionState } from 'react'
import { Checkbox } from '@/components/checkbox'
import { DateTimeField } from '@/components/date-time-field'
import { ErrorSummary } from '@/components/error-summary'
import { Select } from '@/components/select'
import { SubmitButton } from '@/components/submit-button'
import { TextField } from '@/components/text-field'
import type { FormState } from '@/features/access/schema'
import { type Fold, Folded } from './folded'

type Props = {
  /** Unique on the page. */
  id: string
  action: (state: FormState, form: FormData) => Promise<FormState>
  values: Record<string, string>
  fold: Fold
  zone: string
}

const PEERS = [
  { value: 'never', label: 'Never' },
  { value: 'own', label: 'Once their own is handed in' },
  { value: 'always', label: 'Always' },
  { value: 'after', label: 'When the round is over' },
]
const SWITCHES = [
  ['isBlind', 'Without names', 'Reviewers read nothing of who speaks. The committee’s chairs do.'],
  ['mayAbstain', 'Reviewers may abstain', undefined],
  ['hasComments', 'The committee may talk about a proposal', undefined],
  ['namesReviewers', 'Reviewers read each other’s names', 'Otherwise they are Reviewer 1, Reviewer 2.'],
] as const

/** The dates and switches of a round. */
export function RoundForm({ id, action, values: initial, fold, zone }: Props) {
  const [{ values, errors }, submit] = useActionState(action, { values: initial, errors: {} })
  const field = (name: string) => ({ name, id: `${id}-${name}`, error: errors[name] })
  return (
    <Folded fold={fold} hasErrors={Object.keys(errors).length > 0}>
      <form action={submit} className="form-column" noValidate>
        <ErrorSummary title="The round was not saved" errors={errors} prefix={`${id}-`} />
        <input type="hidden" name="version" value={initial.version ?? '0'} readOnly />
        <TextField {...field('name')} label="Name" maxLength={80} defaultValue={values.name} />
        <DateTimeField
          {...field('opensAt')}
          label="Opens"
          note="optional"
          zone={zone}
          defaultValue={values.opensAt}
          hint="Empty: it is open already."
        />
        <DateTimeField
          {...field('closesAt')}
          label="Closes"
          note="optional"
          zone={zone}
          defaultValue={values.closesAt}
          hint="Empty: it ends with each proposal’s announcement."
        />
        {SWITCHES.map(([name, label, hint]) => (
          <Checkbox
            key={`${name} ${values[name]}`}
            {...field(name)}
            label={label}
            hint={hint}
            defaultChecked={values[name] === 'on'}
          />
        ))}
        <Select
          {...field('peers')}
          label="Reviewers read the reviews of others"
          options={PEERS}
          defaultValue={values.peers ?? 'never'}
        />
        <div>
          <SubmitButton pendingLabel="Saving …">Save the round</SubmitButton>
        </div>
      </form>
    </Folded>
  )
}
