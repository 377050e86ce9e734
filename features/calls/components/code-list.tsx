import { Button } from '@/components/button'
import { EmptyState } from '@/components/empty-state'
import { Table } from '@/components/table'
import { formatMoment } from '@/lib/time-words'
import type { CallSettings } from '../queries/settings'
import { refuseCode } from '../rules/windows'

type Code = CallSettings['codes'][number]
type Props = {
  codes: Code[]
  timeZone: string
  now: Date
  address: (code: string) => string
  end: (form: FormData) => Promise<void>
}

/** The access codes of a call: what each lets in, what it has let in, and the button that ends it. */
export function CodeList({ codes, timeZone, now, address, end }: Props) {
  const refusal = (code: Code) => refuseCode({ ...code, isUsedHere: false }, now)
  return (
    <Table
      caption="Access codes"
      captionHidden
      rows={codes}
      rowKey={({ id }) => id}
      empty={<EmptyState title="No access code">A code lets somebody in who is late or invited.</EmptyState>}
      columns={[
        {
          key: 'code',
          label: 'Code',
          heads: true,
          cell: ({ code }) => (
            <a className="numeric" href={address(code)}>
              {code}
            </a>
          ),
        },
        { key: 'note', label: 'For whom', cell: ({ note }) => note },
        {
          key: 'uses',
          label: 'Used',
          numeric: true,
          cell: ({ uses, mostUses }) => (mostUses === null ? uses : `${uses} of ${mostUses}`),
        },
        {
          key: 'until',
          label: 'Until',
          cell: ({ expiresAt }) => (expiresAt ? formatMoment(expiresAt, timeZone, 'en') : 'It stays'),
        },
        {
          key: 'end',
          label: 'Change',
          cell: (code) =>
            refusal(code) === 'code-expired' ? (
              <span className="muted">Over</span>
            ) : (
              <form action={end}>
                <input type="hidden" name="id" value={code.id} />
                <Button type="submit" size="small" variant="quiet" aria-label={`End the code ${code.code}`}>
                  End it
                </Button>
              </form>
            ),
        },
      ]}
    />
  )
}
