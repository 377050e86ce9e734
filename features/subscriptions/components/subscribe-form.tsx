'use client'
import { useActionState } from 'react'
import { CheckboxGroup } from '@/components/checkbox'
import type { Choice } from '@/components/choice'
import { ErrorSummary } from '@/components/error-summary'
import { RadioGroup } from '@/components/radio-group'
import { SubmitButton } from '@/components/submit-button'
import { TextField } from '@/components/text-field'
import type { SubscribeState } from '../schema'

interface Props {
  action: (state: SubscribeState, form: FormData) => Promise<SubscribeState>
  start: SubscribeState['values']
  topics: Choice[]
  words: Record<'email' | 'emailHint' | 'locale' | 'topics' | 'submit' | 'pending' | 'problem', string>
}

const LANGUAGES = [
  { value: 'en', label: 'English' },
  { value: 'zh', label: '中文' },
]

/** Asks for an address, the language of its mail, and what to tell of. */
export function SubscribeForm({ action, start, topics, words }: Props) {
  const [{ values, errors }, submit] = useActionState(action, { values: start, errors: {} })
  return (
    <form action={submit} className="stack" style={{ '--gap': 'var(--space-6)' }} noValidate>
      <ErrorSummary title={words.problem} errors={errors} />
      <TextField
        name="email"
        type="email"
        label={words.email}
        hint={words.emailHint}
        autoComplete="email"
        defaultValue={values.email}
        error={errors.email}
        required
      />
      <RadioGroup
        name="locale"
        label={words.locale}
        options={LANGUAGES}
        defaultValue={values.locale}
        layout="inline"
        key={`locale-${values.locale}`}
      />
      <CheckboxGroup
        name="topics"
        label={words.topics}
        options={topics}
        defaultValue={values.topics}
        error={errors.topics}
        key={`topics-${values.topics.join()}`}
      />
      <div>
        <SubmitButton pendingLabel={words.pending}>{words.submit}</SubmitButton>
      </div>
    </form>
  )
}
