import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/i18n/routing'
import { formatPlainDate } from '@/lib/time-words'
import type { ListedDay } from '../formats/programme'
import type { ScheduledEvent } from '../schema'
import { Clock } from './clock'
import styles from './day-programme.module.css'
import { type Cell, gridOf } from './grid'
import { SlotCard } from './slot-card'

type Props = { day: ListedDay; event: ScheduledEvent; locale: Locale }

/** One day: rooms beside each other on a wide screen, one thing after another on a narrow one and on paper. */
export async function DayProgramme({ day, event, locale }: Props) {
  const t = await getTranslations({ locale, namespace: 'schedule' })
  const { rooms, rows, cells } = gridOf(day)
  const label = formatPlainDate(day.date, locale)
  const heights = rows.map((minutes) => `minmax(${Math.min(minutes, 60) * 0.11}rem, auto)`).join(' ')
  return (
    <section id={`day-${day.date}`} className={styles.day} aria-labelledby={`head-${day.date}`}>
      <h2 id={`head-${day.date}`} className={styles.head}>
        {label}
      </h2>
      <div className={styles.rooms} style={{ '--rooms': rooms.length }} aria-hidden>
        {rooms.map((room) => (
          <span key={room.slug}>{room.name}</span>
        ))}
      </div>
      <div className={styles.grid} style={{ '--rooms': rooms.length, '--rows': heights }}>
        {starts(cells).map(({ listing, row }) => (
          <div key={row[0]} className={styles.time} style={{ gridRowStart: row[0] }} aria-hidden>
            <Clock at={listing.startsAt} timeZone={event.timeZone} />
          </div>
        ))}
        <ol className={styles.list} aria-label={t('gridOf', { day: label })}>
          {cells.map((cell) => (
            <li
              key={cell.listing.slot.number}
              id={`slot-${cell.listing.slot.number}`}
              className={styles.cell}
              style={placeOf(cell)}
            >
              <SlotCard
                listing={cell.listing}
                event={event}
                locale={locale}
                isForAll={cell.column[1] - cell.column[0] > 1}
              />
            </li>
          ))}
        </ol>
      </div>
    </section>
  )
}

function placeOf({ row, column }: Cell) {
  const [from, to] = column
  return { '--row': `${row[0]} / ${row[1]}`, '--column': `${from + 1} / ${to + 1}` }
}

/** One cell for each moment at which something begins. */
function starts(cells: Cell[]): Cell[] {
  return cells.filter((cell, index) => cells.findIndex((other) => other.row[0] === cell.row[0]) === index)
}
