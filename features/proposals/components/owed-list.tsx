import { Callout } from '@/components/callout'
import type { Unanswered } from '../queries/later'

/** What is still to be answered before the talk can be confirmed, and by whom. */
export function OwedList({ unanswered, reader }: { unanswered: Unanswered[]; reader: string }) {
  if (unanswered.length === 0) return null
  return (
    <Callout tone="caution" title="Still to be answered before the talk can be confirmed">
      <ul>
        {unanswered.map(({ key, label, by }) => (
          <li key={`${key} ${by?.id}`}>
            {label}
            {by && <span className="muted"> ({by.id === reader ? 'you' : by.name})</span>}
          </li>
        ))}
      </ul>
    </Callout>
  )
}
