'use client'
import { useActionState } from 'react'
import { Callout } from '@/components/callout'
import { DateTimeField } from '@/components/date-time-field'
import { ErrorSummary } from '@/components/error-summary'
import { SubmitButton } from '@/components/submit-button'
import { TextArea } from '@/components/text-area'
import type { NeedsState } from '../actions/talks'

type Props = {
  action: (state: NeedsState, form: FormData) => Promise<NeedsState>
  initial: NeedsState
  zone: string
  event: string
}

/** When a speaker cannot be on stage, and what they need to come. */
export function NeedsForm({ action, initial, zone, event }: Props) {
  const [{ times, needs, errors, saved }, submit] = useActionState(action, initial)
  return (
    <form action={submit} className="stack" noValidate>
      <ErrorSummary title="Nothing was saved yet" errors={errors} />
      {saved && (
        <Callout tone="positive" role="status">
          It is saved.
        </Callout>
      )}
      <fieldset className="stack">
        <legend>
          <strong>When you cannot be on stage</strong>
        </legend>
        <p className="small muted">Only those who make the schedule of {event} see this.</p>
        {times.map(({ from, to }, place) => (
          <div key={place} className="cluster">
            <DateTimeField
              name={`from-${place}`}
              label={`From (${place + 1})`}
              zone={zone}
              defaultValue={from}
              error={errors[`from-${place}`]}
            />
            <DateTimeField
              name={`to-${place}`}
              label={`Until (${place + 1})`}
              zone={zone}
              defaultValue={to}
              error={errors[`to-${place}`]}
            />
          </div>
        ))}
      </fieldset>
      <TextArea
        name="accessibility"
        label="What you need to be on stage"
        note="optional"
        hint={`Only the chairs of ${event} read this: never reviewers, never the public.`}
        rows={3}
        defaultValue={needs.accessibility}
        error={errors.accessibility}
      />
      <TextArea
        name="travel"
        label="What you need for the journey"
        note="optional"
        hint="A letter for a visa, help with the costs. Read by the chairs alone."
        rows={3}
        defaultValue={needs.travel}
        error={errors.travel}
      />
      <DateTimeField
        kind="date"
        name="purgeOn"
        label="Delete what you need on"
        zone={zone}
        defaultValue={needs.purgeOn}
        error={errors.purgeOn}
      />
      <div>
        <SubmitButton pendingLabel="Saving …">Save</SubmitButton>
      </div>
    </form>
  )
}
