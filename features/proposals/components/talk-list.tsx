import { Button } from '@/components/button'
import { StateBadge } from '@/components/state-badge'
import { formatPlainDate } from '@/lib/time-words'
import { proposeAgain } from '../actions/talks'
import type { listOpenCalls, Talk } from '../queries/talks'

type Props = { talks: Talk[]; calls: Awaited<ReturnType<typeof listOpenCalls>> }

/** One's own talks, each with where it was proposed, and the calls to which it can go next. */
export function TalkList({ talks, calls }: Props) {
  return (
    <div className="stack" style={{ '--gap': 'var(--space-8)' }}>
      {talks.map((talk) => (
        <TalkCard key={talk.latest} talk={talk} calls={calls} />
      ))}
    </div>
  )
}

function TalkCard({ talk: { title, latest, appearances }, calls }: { talk: Talk; calls: Props['calls'] }) {
  return (
    <article className="stack" aria-labelledby={`talk-${latest}`}>
      <h2 id={`talk-${latest}`}>{title || 'Without a title yet'}</h2>
      <ul className="plain-list">
        {appearances.map(({ code, event, state, isGiven }) => (
          <li key={code}>
            <a href={`/me/proposals/${code}`}>{event.name}</a> <StateBadge state={state} />
            {isGiven && event.startsOn && (
              <span className="muted small">
                {' '}
                given {formatPlainDate(event.startsOn.toISOString().slice(0, 10), 'en')}
              </span>
            )}
          </li>
        ))}
      </ul>
      {calls.length > 0 && (
        <details>
          <summary>Propose it again</summary>
          <div className="cluster">
            {calls.map(({ kind, name, event }) => (
              <form key={`${event.slug} ${kind}`} action={proposeAgain.bind(null, event.slug, latest, kind)}>
                <Button type="submit" size="small" aria-label={`Propose “${title}” to ${event.name}, ${name}`}>
                  {event.name}: {name}
                </Button>
              </form>
            ))}
          </div>
        </details>
      )}
    </article>
  )
}
