'use client'
import { useActionState } from 'react'
import { Callout } from '@/components/callout'
import { DateTimeField } from '@/components/date-time-field'
import { ErrorSummary } from '@/components/error-summary'
import { SubmitButton } from '@/components/submit-button'
import { TextField } from '@/components/text-field'
import { FRESH, type SettingsState } from '../schema/forms'

type Props = { action: (state: SettingsState, form: FormData) => Promise<SettingsState>; zone: string }

/** Makes an access code. */
export function NewCodeForm({ action, zone }: Props) {
  const [{ values, errors, problem, done }, submit] = useActionState(action, FRESH)
  const field = (name: string) => ({ name, error: errors[name], defaultValue: values[name]?.[0] ?? '' })
  return (
    <form action={submit} className="form-column" noValidate>
      <ErrorSummary title="The code was not made" errors={errors} />
      {problem && <Callout tone="caution" role="status" title={problem} />}
      {done && <Callout tone="positive" role="status" title={done} />}
      <TextField {...field('note')} label="For whom" note="for the chairs" autoComplete="off" />
      <TextField
        {...field('mostUses')}
        label="Proposals that it lets in"
        note="empty: as many as come"
        inputMode="numeric"
      />
      <DateTimeField {...field('expiresAt')} label="Until" note="empty: it stays" zone={zone} />
      <div>
        <SubmitButton pendingLabel="Making it …">Make a code</SubmitButton>
      </div>
    </form>
  )
}
