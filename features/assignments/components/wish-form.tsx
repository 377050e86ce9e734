'use client'
import { useActionState } from 'react'
import { CheckboxGroup } from '@/components/checkbox'
import { ErrorSummary } from '@/components/error-summary'
import { RadioGroup } from '@/components/radio-group'
import { SubmitButton } from '@/components/submit-button'
import { TextField } from '@/components/text-field'
import type { FormState } from '@/features/access/schema'
import type { WishPage } from '../queries/loads'

interface Props extends Pick<WishPage, 'tracks' | 'tags' | 'wish'> {
  action: (state: FormState, form: FormData) => Promise<FormState>
  languages: { value: string; label: string }[]
}

const LIKING = [
  { value: 'more', label: 'Gladly' },
  { value: '', label: 'As it comes' },
  { value: 'less', label: 'Rather not' },
]

/** What a reviewer would like to read, and how much. */
export function WishForm({ action, tracks, tags, languages, wish }: Props) {
  const [{ values, errors }, submit] = useActionState(action, { values: {}, errors: {} })
  const liked = (id: string) => (wish.more.includes(id) ? 'more' : wish.less.includes(id) ? 'less' : '')
  const groups = [...tracks.map((one) => ({ ...one, hint: 'Track' })), ...tags.map((one) => ({ ...one, hint: 'Tag' }))]
  return (
    <form action={submit} className="form-column" noValidate>
      <ErrorSummary title="Nothing was saved" errors={errors} />
      <input type="hidden" name="version" value={wish.version} />
      <TextField
        name="statedLoad"
        type="number"
        min={0}
        label="The most that you take"
        note="optional"
        defaultValue={values.statedLoad ?? wish.statedLoad ?? ''}
        error={errors.statedLoad}
      />
      {languages.length > 1 && (
        <CheckboxGroup
          name="language"
          label="Languages in which you review"
          hint="None: those of your profile."
          options={languages}
          defaultValue={wish.languages}
          layout="inline"
        />
      )}
      {groups.map(({ id, name, hint }) => (
        <RadioGroup
          key={id}
          name={`like-${id}`}
          label={name}
          note={hint}
          options={LIKING}
          defaultValue={liked(id)}
          layout="inline"
        />
      ))}
      <div>
        <SubmitButton pendingLabel="Saving …">Save</SubmitButton>
      </div>
    </form>
  )
}
