import { getTranslations } from 'next-intl/server'
import { MaturityShape } from '@/components/maturity-badge'
import type { Move } from '../rules'
import { daysBetween, staysOf } from '../rules/history'
import hues from './level-hues.module.css'
import styles from './level-line.module.css'
import { longDay } from './words'

/** A project's way through the levels as one line: a stretch for each, as long as it took. The log beside it has the days. */
export async function LevelLine({ moves, today, locale }: { moves: Move[]; today: string; locale: string }) {
  const words = await getTranslations({ locale, namespace: 'level' })
  const stays = staysOf({ moves }, today)
  const [first] = stays
  const whole = first ? Math.max(1, daysBetween(first.from, today)) : 1
  return (
    <ol className={styles.line} aria-hidden>
      {stays.map(({ level, from, days }) => (
        <li key={from} className={hues[level]} style={{ flexGrow: Math.max(days / whole, 0.02) }}>
          <span className={styles.bar} />
          <span className={styles.words} title={longDay(from, locale)}>
            <MaturityShape level={level} size={12} />
            <span className={styles.name}>
              {words(level)} <span>{from.slice(0, 4)}</span>
            </span>
          </span>
        </li>
      ))}
    </ol>
  )
}
