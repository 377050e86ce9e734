'use client'
import { useActionState } from 'react'
import { Callout } from '@/components/callout'
import { Select } from '@/components/select'
import { SubmitButton } from '@/components/submit-button'
import { formatMoment } from '@/lib/time-words'
import type { DeskLink } from '../queries/preview'
import { type LinkState, PREVIEW_DAYS } from '../schema'

interface Props {
  links: DeskLink[]
  create: (state: LinkState, form: FormData) => Promise<LinkState>
  revoke: (form: FormData) => Promise<void>
  timeZone: string
}

/** Links that show a text to people without an account, until they end or are ended. */
export function PreviewLinks({ links, create, revoke, timeZone }: Props) {
  const [{ url, days }, dispatch] = useActionState(create, { url: null, days: 7 })
  return (
    <div className="stack">
      <form action={dispatch} className="stack">
        <Select
          name="days"
          label="A new link works for"
          hint="Whoever has it sees this text, before it comes out too. They need no account."
          options={PREVIEW_DAYS.map((value) => ({
            value: String(value),
            label: value === 1 ? 'one day' : `${value} days`,
          }))}
          defaultValue={String(days)}
        />
        <div>
          <SubmitButton pendingLabel="Making it …">Make a link</SubmitButton>
        </div>
      </form>
      {url && (
        <Callout tone="positive" role="status" title="This is the only time that the link is shown.">
          <code style={{ overflowWrap: 'anywhere' }}>{url}</code>
        </Callout>
      )}
      {links.length > 0 && (
        <ul className="stack">
          {links.map(({ id, createdAt, expiresAt, by }) => (
            <li key={id} className="cluster">
              <span>
                Works until {formatMoment(expiresAt, timeZone, 'en')}
                <span className="small muted">
                  {' '}
                  · made {formatMoment(createdAt, timeZone, 'en')}
                  {by && ` by ${by}`}
                </span>
              </span>
              <form action={revoke}>
                <input type="hidden" name="link" value={id} />
                <SubmitButton variant="quiet" size="small" pendingLabel="Ending it …">
                  End it
                </SubmitButton>
              </form>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
