'use client'
import { useActionState, useMemo } from 'react'
import { ErrorSummary } from '@/components/error-summary'
import { SubmitButton } from '@/components/submit-button'
import { TextField } from '@/components/text-field'
import type { EditState } from '../actions'
import { Kept } from './kept'
import styles from './release-panel.module.css'

type Props = {
  action: (state: EditState | null, form: FormData) => Promise<EditState>
  kept: Record<string, string>
  name: string
}

/** Publishes the draft. */
export function ReleaseForm({ action, kept, name }: Props) {
  const [state, send] = useActionState(action, null)
  const errors = useMemo(() => (state ? { [state.field ?? '']: state.message } : {}), [state])
  return (
    <form action={send} className={styles.form}>
      <ErrorSummary title="This was not released" errors={errors} />
      <Kept values={kept} />
      <TextField
        name="name"
        label="Name of the release"
        hint="Readers see it beside the date."
        defaultValue={state?.values.name ?? name}
        maxLength={120}
        required
        error={state?.field === 'name' ? state.message : undefined}
      />
      <SubmitButton pendingLabel="Releasing …">Release the schedule</SubmitButton>
    </form>
  )
}
