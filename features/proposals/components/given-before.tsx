import { SectionHead } from '@/components/page-header'
import { formatPlainDate } from '@/lib/time-words'
import type { Appearance } from '../queries/talks'

/** At which events this talk was given before. */
export function GivenBefore({ appearances }: { appearances: Appearance[] }) {
  return (
    <section>
      <SectionHead title="Given before" />
      <ul className="plain-list">
        {appearances.map(({ code, title, event }) => (
          <li key={code}>
            at {event.name}
            {event.startsOn && `, ${formatPlainDate(event.startsOn.toISOString().slice(0, 10), 'en')}`}
            <br />
            <span className="small muted">{title}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
