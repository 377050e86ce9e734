import { LinkButton } from '@/components/button'
import { EmptyState } from '@/components/empty-state'
import { formatPlainDate } from '@/lib/time-words'
import type { DatedText } from '../queries/calendar'
import { monthAfter, weeksOf } from '../rules/calendar'
import styles from './content-calendar.module.css'

type Props = { month: string; today: string; texts: DatedText[] }

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const hrefOf = (month: string) => `/admin/content/calendar?month=${month}`

/** A month of what came out and what comes out: a table where there is room, a list on a phone. */
export function ContentCalendar({ month, today, texts }: Props) {
  const on = (day: string) => texts.filter((text) => text.day === day)
  const inMonth = texts.filter(({ day }) => day.startsWith(month))
  const days = [...new Set(inMonth.map(({ day }) => day))]
  return (
    <>
      <nav aria-label="Months" className="cluster">
        <LinkButton href={hrefOf(monthAfter(month, -1))}>Month before</LinkButton>
        <LinkButton href="/admin/content/calendar">This month</LinkButton>
        <LinkButton href={hrefOf(monthAfter(month, 1))}>Month after</LinkButton>
      </nav>
      <table className={styles.grid}>
        <caption className="visually-hidden">{monthName(month)}</caption>
        <thead>
          <tr>
            {WEEKDAYS.map((name) => (
              <th key={name} scope="col">
                <abbr title={name}>{name.slice(0, 3)}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td
                  key={day}
                  data-beside={!day.startsWith(month) || undefined}
                  aria-current={day === today ? 'date' : undefined}
                >
                  <time dateTime={day}>{Number(day.slice(8))}</time>
                  <Texts texts={on(day)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ol className={styles.list}>
        {days.map((day) => (
          <li key={day}>
            <h2>
              <time dateTime={day}>{formatPlainDate(day, 'en')}</time>
            </h2>
            <Texts texts={on(day)} />
          </li>
        ))}
      </ol>
      {days.length === 0 && (
        <div className={styles.empty}>
          <EmptyState title="Nothing comes out in this month">
            A date in the front matter of a text, or a moment for a guest’s post, puts it here.
          </EmptyState>
        </div>
      )}
    </>
  )
}

function Texts({ texts }: { texts: DatedText[] }) {
  if (texts.length === 0) return null
  return (
    <ul className={styles.texts}>
      {texts.map(({ id, title, locale, isComing }) => (
        <li key={id} data-coming={isComing || undefined}>
          <a href={`/admin/content/${id}`} lang={locale}>
            {title}
          </a>
          {isComing && <span className="small muted"> comes out</span>}
        </li>
      ))}
    </ul>
  )
}

export function monthName(month: string): string {
  return new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  )
}
