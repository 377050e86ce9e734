'use client'
import { useActionState } from 'react'
import { Callout } from '@/components/callout'
import { Checkbox, CheckboxGroup } from '@/components/checkbox'
import { Combobox } from '@/components/combobox'
import { DateTimeField } from '@/components/date-time-field'
import { ErrorSummary } from '@/components/error-summary'
import { Select } from '@/components/select'
import { SubmitButton } from '@/components/submit-button'
import { TextArea } from '@/components/text-area'
import { TextField } from '@/components/text-field'
import { languageName } from '@/lib/languages'
import { ANYWHERE_ON_EARTH } from '../schema/call'
import { FRESH, type SettingsState } from '../schema/forms'

interface Props {
  action: (state: SettingsState, form: FormData) => Promise<SettingsState>
  /** Null: a new call, whose kind is chosen. */
  kind: string | null
  kinds: { value: string; label: string }[]
  hasName: boolean
  values: Record<string, string[]>
  version: number
  formats: { slug: string; name: string }[]
  tracks: { slug: string; name: string }[]
  languages: string[]
  zones: string[]
  eventZone: string
}

/** When a call takes which proposals, in which forms, from whom. */
export function CallForm({
  action,
  kind,
  kinds,
  hasName,
  values: initial,
  version,
  formats,
  tracks,
  languages,
  zones,
  eventZone,
}: Props) {
  const [{ values, errors, problem }, submit] = useActionState(action, { ...FRESH, values: initial })
  const value = (name: string) => values[name]?.[0] ?? ''
  const field = (name: string) => ({ name, error: errors[name], defaultValue: value(name) })
  const clock = value('timeZone') === ANYWHERE_ON_EARTH ? 'anywhere on Earth' : 'on the clock of the call'
  return (
    <form action={submit} className="form-column" noValidate>
      <input type="hidden" name="version" value={version} />
      <ErrorSummary title="The call was not saved" errors={errors} />
      {problem && <Callout tone="caution" role="status" title={problem} />}
      {kind === null && <Select {...field('kind')} label="Kind" empty="One of our own, named below" options={kinds} />}
      {(kind === null || hasName) && (
        <TextField
          {...field('name')}
          label="Name of the kind"
          note={kind === null ? 'for one of your own' : undefined}
          autoComplete="off"
        />
      )}
      <Combobox
        {...field('timeZone')}
        label="Time zone"
        hint="In which the moments below are written and shown."
        empty={`That of the event: ${eventZone.replaceAll('_', ' ')}`}
        options={[
          { value: ANYWHERE_ON_EARTH, label: 'Anywhere on Earth' },
          ...zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })),
        ]}
      />
      <div className="form-pair">
        <DateTimeField {...field('opensAt')} label="Opens" note="empty: at once" zone={clock} />
        <DateTimeField {...field('closesAt')} label="Closes" note="empty: never" zone={clock} />
      </div>
      <div className="form-pair">
        <TextField
          {...field('graceMinutes')}
          label="Grace"
          suffix="minutes"
          inputMode="numeric"
          hint="After the end, told to nobody before it."
        />
        <TextField
          {...field('limitPerPerson')}
          label="Most proposals of one person"
          note="optional"
          hint="Drafts do not count."
          inputMode="numeric"
        />
      </div>
      <Checkbox
        name="byInvitation"
        label="By invitation: an access code is needed"
        value="true"
        defaultChecked={value('byInvitation') === 'true'}
      />
      {formats.length > 0 && (
        <CheckboxGroup
          name="formats"
          label="Formats"
          hint="None ticked: it takes all of them."
          options={formats.map(({ slug, name }) => ({ value: slug, label: name }))}
          defaultValue={values.formats ?? []}
          error={errors.formats}
        />
      )}
      {formats.map(({ slug, name }) => (
        <DateTimeField
          key={slug}
          {...field(`deadline-${slug}`)}
          label={`${name}: closes by itself`}
          note="optional; tick the format above"
          zone={clock}
        />
      ))}
      {tracks.length > 0 && (
        <CheckboxGroup
          name="tracks"
          label="Tracks"
          hint="None ticked: it takes all of them."
          options={tracks.map(({ slug, name }) => ({ value: slug, label: name }))}
          defaultValue={values.tracks ?? []}
          error={errors.tracks}
        />
      )}
      {languages.length > 1 && (
        <CheckboxGroup
          name="languages"
          label="Languages"
          hint="None ticked: all languages of the event."
          options={languages.map((code) => ({ value: code, label: languageName(code, 'en') }))}
          defaultValue={values.languages ?? []}
          error={errors.languages}
        />
      )}
      <TextArea {...field('guidance')} label="What is wanted" rows={8} />
      <div>
        <SubmitButton pendingLabel="Saving …">Save the call</SubmitButton>
      </div>
    </form>
  )
}
