'use client'
import { useActionState, useMemo } from 'react'
import { DateTimeField } from '@/components/date-time-field'
import { ErrorSummary } from '@/components/error-summary'
import { type Option, Select } from '@/components/select'
import { SubmitButton } from '@/components/submit-button'
import { TextField } from '@/components/text-field'
import type { EditState } from '../actions'
import styles from './inspector.module.css'
import { Kept } from './kept'

type Props = {
  action: (state: EditState | null, form: FormData) => Promise<EditState>
  kept: Record<string, string>
  hasTitle: boolean
  rooms: Option[]
  days: Option[]
  values: { room: string; day: string; time: string; minutes: string }
  submit: string
}

/** Room, day, time, length. What was refused stays as it was entered, with the reason where it belongs. */
export function PlaceForm({ action, kept, hasTitle, rooms, days, values, submit }: Props) {
  const [state, send] = useActionState(action, null)
  const errors = useMemo(() => (state ? { [state.field ?? '']: state.message } : {}), [state])
  const entered = { title: '', ...values, ...state?.values }
  const errorOf = (field: string) => (state?.field === field ? state.message : undefined)
  return (
    <form action={send} className={styles.form} noValidate>
      <ErrorSummary title="This cannot be placed so" errors={errors} />
      <Kept values={kept} />
      {hasTitle && (
        <TextField name="title" label="Title" defaultValue={entered.title} error={errorOf('title')} required />
      )}
      <Select name="room" label="Room" options={rooms} defaultValue={entered.room} error={errorOf('room')} />
      {days.length > 0 ? (
        <Select name="day" label="Day" options={days} defaultValue={entered.day} />
      ) : (
        <DateTimeField name="day" kind="date" label="Day" zone="" defaultValue={entered.day} />
      )}
      <div className={styles.pair}>
        <DateTimeField
          name="time"
          kind="time"
          label="Starts"
          zone=""
          step={300}
          defaultValue={entered.time}
          error={errorOf('time')}
        />
        <TextField
          name="minutes"
          type="number"
          inputMode="numeric"
          label="Minutes"
          min={1}
          max={1440}
          defaultValue={entered.minutes}
          error={errorOf('minutes')}
        />
      </div>
      <SubmitButton pendingLabel="One moment …">{submit}</SubmitButton>
    </form>
  )
}
