'use client'
import { useActionState } from 'react'
import { Callout } from '@/components/callout'
import { ErrorSummary } from '@/components/error-summary'
import { SubmitButton } from '@/components/submit-button'
import { TextArea } from '@/components/text-area'
import { TextField } from '@/components/text-field'
import type { ProfileState } from '../schema'

const LABELS = { name: 'Name', affiliation: 'Organisation', bio: 'About you' } as const

type Props = { action: (state: ProfileState, form: FormData) => Promise<ProfileState>; initial: ProfileState }

/** What a person says of themselves. */
export function ProfileForm({ action, initial }: Props) {
  const [{ values, version, errors, saved, theirs }, submit] = useActionState(action, initial)
  const problems = Object.entries(errors).map(([field, message]) => ({ field, message }))
  return (
    <form action={submit} className="form-column" noValidate>
      <ErrorSummary title="The profile was not saved" errors={problems} />
      {saved && (
        <Callout tone="positive" role="status">
          Your profile is saved.
        </Callout>
      )}
      {theirs && (
        <Callout tone="caution" title="It was saved somewhere else meanwhile" role="status">
          <p>Below is what you typed; nothing of it is lost. Saved is now:</p>
          <dl>
            {(['name', 'affiliation', 'bio'] as const).map((field) => (
              <div key={field}>
                <dt>{LABELS[field]}</dt>
                <dd>{theirs[field] || 'nothing'}</dd>
              </div>
            ))}
          </dl>
          <p>Save again to replace that with yours.</p>
        </Callout>
      )}
      <input type="hidden" name="version" value={version} />
      <TextField
        name="name"
        label={LABELS.name}
        hint="As it shall stand in programmes and bylines."
        autoComplete="name"
        maxLength={120}
        defaultValue={values.name}
        error={errors.name}
        required
      />
      <TextField
        name="affiliation"
        label={LABELS.affiliation}
        note="optional"
        autoComplete="organization"
        maxLength={120}
        defaultValue={values.affiliation}
        error={errors.affiliation}
      />
      <TextArea
        name="bio"
        label={LABELS.bio}
        note="optional"
        hint="A few sentences, shown with your talks."
        limit={2_000}
        defaultValue={values.bio}
        error={errors.bio}
      />
      <div>
        <SubmitButton pendingLabel="Saving …">Save the profile</SubmitButton>
      </div>
    </form>
  )
}
