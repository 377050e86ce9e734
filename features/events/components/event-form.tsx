'use client'
import { useActionState } from 'react'
import { Callout } from '@/components/callout'
import { Combobox } from '@/components/combobox'
import { DateTimeField } from '@/components/date-time-field'
import { ErrorSummary } from '@/components/error-summary'
import { SubmitButton } from '@/components/submit-button'
import { TextArea } from '@/components/text-area'
import { TextField } from '@/components/text-field'
import { FRESH, type SettingsState } from '@/features/calls/schema/forms'

interface Props {
  action: (state: SettingsState, form: FormData) => Promise<SettingsState>
  values: Record<string, string[]>
  /** Of the event; null: it is a new one, whose address is chosen too. */
  version: number | null
  parents: { slug: string; name: string }[]
  zones: string[]
}

/** What an event is: when, where, of what it is a part, and how much one person may propose. */
export function EventForm({ action, values: initial, version, parents, zones }: Props) {
  const [{ values, errors, problem }, submit] = useActionState(action, { ...FRESH, values: initial })
  const field = (name: string) => ({ name, error: errors[name], defaultValue: values[name]?.[0] ?? '' })
  return (
    <form action={submit} className="form-column" noValidate>
      {version !== null && <input type="hidden" name="version" value={version} />}
      <ErrorSummary title="The event was not saved" errors={errors} />
      {problem && <Callout tone="caution" role="status" title={problem} />}
      <TextField {...field('name')} label="Name" autoComplete="off" />
      {version === null && (
        <div className="form-pair">
          <TextField
            {...field('slug')}
            label="Address"
            hint="/events/… Small letters, digits and hyphens. It stays for good."
            autoComplete="off"
            spellCheck={false}
          />
          <TextField
            {...field('acronym')}
            label="Short name"
            hint="Of four or more letters and digits, for schedule files. It stays for good."
            autoComplete="off"
            spellCheck={false}
          />
        </div>
      )}
      <TextArea {...field('summary')} label="What it is" rows={3} />
      <Combobox
        {...field('parent')}
        label="Part of"
        note="optional"
        empty="Of no other event"
        options={parents.map(({ slug, name }) => ({ value: slug, label: name }))}
      />
      <div className="form-pair">
        <DateTimeField {...field('startsOn')} kind="date" label="First day" note="optional" zone="" />
        <DateTimeField {...field('endsOn')} kind="date" label="Last day" note="optional" zone="" />
      </div>
      <Combobox
        {...field('timeZone')}
        label="Time zone"
        empty="Choose one"
        options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
      />
      <TextField {...field('place')} label="Place" note="optional" autoComplete="off" />
      <TextField {...field('website')} type="url" label="Website" note="optional" autoComplete="off" />
      <TextField {...field('registrationUrl')} type="url" label="Registration" note="optional" autoComplete="off" />
      <TextField
        {...field('languages')}
        label="Languages"
        hint="Codes such as en, zh: in the order in which they are offered."
        autoComplete="off"
      />
      <div className="form-pair">
        <TextField
          {...field('limitPerPerson')}
          label="Most proposals of one person"
          note="over all calls"
          inputMode="numeric"
        />
        <TextField
          {...field('sessionsPerPerson')}
          label="Most sessions of one person"
          note="shown when deciding"
          inputMode="numeric"
        />
      </div>
      <div>
        <SubmitButton pendingLabel="Saving …">{version === null ? 'Make the event' : 'Save the event'}</SubmitButton>
      </div>
    </form>
  )
}
