'use client'
import { useActionState } from 'react'
import { Avatar } from '@/components/avatar'
import { Button } from '@/components/button'
import { Callout } from '@/components/callout'
import { FileField } from '@/components/file-field'
import { SubmitButton } from '@/components/submit-button'
import type { FieldState } from '../schema/fields'

type Props = {
  action: (state: FieldState, form: FormData) => Promise<FieldState>
  remove: () => Promise<void>
  name: string
  src: string | null
}

/** A face: shown, replaced, taken away. */
export function PhotoForm({ action, remove, name, src }: Props) {
  const [{ error, done }, submit] = useActionState(action, { value: '', error: null, done: null })
  return (
    <div className="form-column">
      {done && (
        <Callout tone="positive" role="status">
          {done}
        </Callout>
      )}
      <form action={submit} className="stack" noValidate>
        <div className="cluster" style={{ alignItems: 'start', flexWrap: 'nowrap' }}>
          <Avatar name={name} src={src} size={80} />
          <FileField
            name="photo"
            label="Photo"
            hint="JPEG, PNG, WebP or AVIF, at most 5 MB. It is cut to a square; place and camera are not kept."
            accept="image/jpeg,image/png,image/webp,image/avif"
            error={error}
          />
        </div>
        <div>
          <SubmitButton variant="secondary" pendingLabel="Saving …">
            Save the photo
          </SubmitButton>
        </div>
      </form>
      {src && (
        <form action={remove}>
          <Button type="submit" variant="quiet" size="small">
            Remove the photo
          </Button>
        </form>
      )}
    </div>
  )
}
