'use client'
import { useActionState } from 'react'
import { Checkbox } from '@/components/checkbox'
import { FileField } from '@/components/file-field'
import { SubmitButton } from '@/components/submit-button'
import { TextField } from '@/components/text-field'
import type { FileState } from '../actions/session-files'

type Props = { action: (state: FileState, form: FormData) => Promise<FileState> }

/** A file, or an address elsewhere. */
export function SessionFileForm({ action }: Props) {
  const [{ values, errors }, submit] = useActionState(action, { values: { title: '', url: '' }, errors: {} })
  return (
    <details open={Object.keys(errors).length > 0}>
      <summary>Add slides or a link</summary>
      <form action={submit} className="stack" noValidate>
        <TextField
          name="title"
          id="file-title"
          label="What it is"
          hint="Such as: Slides"
          defaultValue={values.title}
          error={errors.title}
        />
        <FileField
          name="file"
          label="A file"
          note="or an address"
          hint="PDF, PPTX, ODP or a picture, at most 5 MB. Of pictures only what one sees is kept."
          error={errors.file}
        />
        <TextField
          name="url"
          id="file-url"
          label="Its address"
          note="or a file"
          type="url"
          defaultValue={values.url}
          error={errors.url}
        />
        <Checkbox name="isPublic" value="yes" label="Show it to all, on the page of the session" />
        <div>
          <SubmitButton variant="secondary" pendingLabel="Adding …">
            Add it
          </SubmitButton>
        </div>
      </form>
    </details>
  )
}
