import { Button } from '@/components/button'
import { SectionHead } from '@/components/page-header'
import { formatPlainDate } from '@/lib/time-words'
import { isCurrent, type Term } from '../rules'

type Props = { terms: Term[]; today: string; end: (() => Promise<void>) | null }

/** The terms of a person; the one they are in can be ended. */
export function StaffTerms({ terms, today, end }: Props) {
  if (terms.length === 0) return null
  const day = (date: string | null) => (date ? formatPlainDate(date, 'en') : 'not known')
  return (
    <section>
      <SectionHead title="Terms as an ambassador" />
      <ul>
        {terms.map((term) => (
          <li key={`${term.startsOn}-${term.endsOn}`}>
            {day(term.startsOn)} to {day(term.endsOn)}
          </li>
        ))}
      </ul>
      {end && terms.some((term) => isCurrent(term, today)) && (
        <form action={end} style={{ marginBlockStart: 'var(--space-4)' }}>
          <Button type="submit" variant="danger" size="small">
            End the term today
          </Button>
        </form>
      )}
    </section>
  )
}
