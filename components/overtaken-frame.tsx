import type { ReactNode } from 'react'
import { Button } from './button'
import { Callout } from './callout'

/**
 * Stands inside a form whose text somebody else saved first: its writer chooses. The form is sent with `intent` as
 * `save` or `theirs`; what differs is inside.
 */
export function OvertakenFrame({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Callout
      tone="caution"
      role="status"
      title={title}
      actions={
        <>
          <Button type="submit" name="intent" value="save" variant="primary">
            Save my text
          </Button>
          <Button type="submit" name="intent" value="theirs">
            Take the saved text
          </Button>
        </>
      }
    >
      <p>Yours is not lost: it is in the form below. Both are kept among the versions, whichever you choose.</p>
      {children}
    </Callout>
  )
}
