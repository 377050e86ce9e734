import { Callout } from '@/components/callout'
import type { ClockGaps } from '../commands/templates'
import { TEMPLATE_NAMES } from '../emails/kinds'

const SHOWN = 5

/** Mails that the clock will not be able to write, with the template to mend. */
export function ClockGapList({ found, base }: { found: ClockGaps[]; base: string }) {
  if (found.length === 0) return null
  return (
    <Callout tone="caution" title="Some mails cannot be written: their template would leave a gap.">
      <ul>
        {found.map(({ kind, gaps }) => (
          <li key={kind}>
            <a href={`${base}/mail/templates?kind=${kind}`}>{TEMPLATE_NAMES[kind]}</a>:{' '}
            {gaps
              .slice(0, SHOWN)
              .map(({ code, title, names }) => `{${names.join('}, {')}} for “${title}” (${code})`)
              .join('; ')}
            {gaps.length > SHOWN && `; and for ${gaps.length - SHOWN} more`}
          </li>
        ))}
      </ul>
    </Callout>
  )
}
