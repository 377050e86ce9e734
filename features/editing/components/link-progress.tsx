import { SubmitButton } from '@/components/submit-button'
import { formatMoment } from '@/lib/time-words'

interface Props {
  known: number
  waiting: number
  lastAt: Date | null
  check: () => Promise<void>
  timeZone: string
}

/** How far the checking of addresses elsewhere has come, and the button that begins it. */
export function LinkProgress({ known, waiting, lastAt, check, timeZone }: Props) {
  return (
    <form action={check} className="cluster">
      <span className="small muted">
        {lastAt
          ? `${known} ${known === 1 ? 'link' : 'links'} to other sites, last asked on ${formatMoment(lastAt, timeZone, 'en')}.`
          : 'Nobody has asked yet whether links to other sites work.'}
        {waiting > 0 && ` ${waiting} waiting.`}
      </span>
      <SubmitButton variant="quiet" size="small" pendingLabel="Asking …">
        Check links to other sites
      </SubmitButton>
    </form>
  )
}
