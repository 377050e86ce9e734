'use client'
import { useActionState } from 'react'
import { Callout } from '@/components/callout'
import { ErrorSummary } from '@/components/error-summary'
import { SubmitButton } from '@/components/submit-button'
import { TextField } from '@/components/text-field'
import { FIELD_NAMES, type ProfileState, TYPED } from '../schema/fields'
import { ProfileFields } from './profile-fields'

type Props = {
  action: (state: ProfileState, form: FormData) => Promise<ProfileState>
  initial: ProfileState
  countries: { value: string; label: string }[]
  projects: string[]
  hasPhoto: boolean
}

/** What a person says of themselves, and to whom. */
export function ProfileForm({ action, initial, ...options }: Props) {
  const [state, submit] = useActionState(action, initial)
  const { values, version, errors, saved, theirs } = state
  return (
    <form action={submit} className="form-column" noValidate>
      <ErrorSummary title="The profile was not saved" errors={errors} />
      {saved && (
        <Callout tone="positive" role="status">
          Your profile is saved.
        </Callout>
      )}
      {theirs && <Overtaken values={values} theirs={theirs} />}
      <input type="hidden" name="version" value={version} />
      <TextField
        name="name"
        label="Name"
        hint="As it shall stand in programmes and bylines. Always for all."
        autoComplete="name"
        maxLength={120}
        defaultValue={values.name}
        error={errors.name}
        required
      />
      <ProfileFields state={state} {...options} />
      <div>
        <SubmitButton pendingLabel="Saving …">Save the profile</SubmitButton>
      </div>
    </form>
  )
}

function Overtaken({ values, theirs }: { values: ProfileState['values']; theirs: ProfileState['values'] }) {
  return (
    <Callout tone="caution" title="It was saved somewhere else meanwhile" role="status">
      <p>Below is what you typed; nothing of it is lost. Saved is now:</p>
      <dl>
        {TYPED.filter((field) => theirs[field] !== values[field]).map((field) => (
          <div key={field}>
            <dt>{field === 'name' ? 'Name' : FIELD_NAMES[field]}</dt>
            <dd>{theirs[field] || 'nothing'}</dd>
          </div>
        ))}
      </dl>
      <p>Save again to replace that with yours.</p>
    </Callout>
  )
}
