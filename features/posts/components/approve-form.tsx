'use client'
import { useActionState, useMemo } from 'react'
import { Callout } from '@/components/callout'
import { ErrorSummary } from '@/components/error-summary'
import { Select } from '@/components/select'
import { SubmitButton } from '@/components/submit-button'
import { TextField } from '@/components/text-field'
import type { ApprovalState, QuoteField } from '../schema'
import { QuoteFields } from './quote-fields'

interface Props {
  action: (state: ApprovalState, form: FormData) => Promise<ApprovalState>
  initial: ApprovalState
  quotes: QuoteField[]
  /** Of the text that the editor has read. */
  version: number
  isOut: boolean
}

const CATEGORIES = [
  { value: 'technical', label: 'Technical' },
  { value: 'announcement', label: 'Announcement' },
  { value: 'interview', label: 'Interview' },
  { value: 'call', label: 'Call' },
  { value: 'case-study', label: 'Case study' },
]

/** What an editor settles with their yes. */
export function ApproveForm({ action, initial, quotes, version, isOut }: Props) {
  const [{ typed, emails, errors, problem }, dispatch] = useActionState(action, initial)
  const named = useMemo(
    () => Object.fromEntries(Object.entries(errors).map(([name, message]) => [name.replace(/\.\d+$/, ''), message])),
    [errors],
  )
  const shown = quotes.map((quote) => ({ ...quote, email: emails[quote.fingerprint] ?? quote.email }))
  return (
    <form action={dispatch} className="stack" noValidate>
      <input type="hidden" name="version" value={version} readOnly />
      <ErrorSummary title="Please look at this again" errors={named} />
      {problem && (
        <Callout tone="caution" role="status">
          {problem}
        </Callout>
      )}
      <TextField
        name="slug"
        label="Address"
        hint="The last part of it, as in /blog/some-title"
        defaultValue={typed.slug}
        error={named.slug}
        readOnly={isOut}
      />
      <Select
        name="category"
        label="Category"
        options={CATEGORIES}
        defaultValue={typed.category}
        error={named.category}
      />
      <TextField
        name="tags"
        label="Tags"
        note="optional"
        hint="Slugs, with spaces between them"
        defaultValue={typed.tags.join(' ')}
        error={named.tags}
      />
      <TextField
        name="projects"
        label="Projects"
        note="optional"
        hint="Slugs of projects that the text is about"
        defaultValue={typed.projects.join(' ')}
        error={named.projects}
      />
      {isOut && (
        <TextField
          name="correction"
          label="Correction"
          hint="Stands under the text, with today’s date"
          defaultValue={typed.correction}
          error={named.correction}
        />
      )}
      <QuoteFields quotes={shown} errors={errors} hint="Everybody who has not answered is asked once you approve." />
      <div>
        <SubmitButton pendingLabel="Approving …">Approve</SubmitButton>
      </div>
    </form>
  )
}
