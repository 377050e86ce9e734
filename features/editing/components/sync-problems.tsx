import { Callout } from '@/components/callout'
import { lineOf } from '@/features/content/schema/problems'
import { formatMoment } from '@/lib/time-words'
import type { listSyncProblems } from '../queries/texts'

type Props = { problems: Awaited<ReturnType<typeof listSyncProblems>>; timeZone: string }

/** What keeps content:sync from publishing. */
export function SyncProblems({ problems, timeZone }: Props) {
  const [first] = problems
  if (!first) return null
  return (
    <Callout tone="negative" title="The last sync published nothing: files are broken">
      <ul>
        {problems.map((problem) => (
          <li key={lineOf(problem)}>
            <code>
              {problem.file}:{problem.line}:{problem.column}
            </code>{' '}
            {problem.message}
          </li>
        ))}
      </ul>
      <p className="small">
        Found on {formatMoment(first.foundAt, timeZone, 'en')}. The site stays as it was before, until they are put
        right.
      </p>
    </Callout>
  )
}
