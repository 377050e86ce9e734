import { scaleLinear, scaleUtc } from 'd3-scale'
import type { Statistic } from '../schema'
import styles from './plots.module.css'

const BOX = { width: 1000, height: 240 }
const dayOf = (row: (string | number)[]) => new Date(`${row[0]}T00:00:00Z`)

/** What had come in by each day, in steps. */
export function Curve({ rows }: Pick<Statistic, 'rows'>) {
  const [first, last] = [rows[0], rows.at(-1)]
  if (!first || !last) return null
  const end = Math.max(dayOf(last).getTime(), dayOf(first).getTime() + 86_400_000)
  const x = scaleUtc([dayOf(first), new Date(end)], [0, BOX.width])
  const y = scaleLinear([0, Number(last[2])], [BOX.height, 0]).nice()
  const steps = rows.map((row) => `H${x(dayOf(row)).toFixed(1)}V${y(Number(row[2])).toFixed(1)}`)
  return (
    <div className={styles.curveBox}>
      <svg className={styles.plot} viewBox={`0 0 ${BOX.width} ${BOX.height}`} preserveAspectRatio="none" aria-hidden>
        {y.ticks(4).map((tick) => (
          <line key={tick} className={styles.grid} x2={BOX.width} y1={y(tick)} y2={y(tick)} />
        ))}
        <path className={styles.curve} d={`M0,${BOX.height}${steps.join('')}H${BOX.width}`} />
      </svg>
      {y.ticks(4).map((tick) => (
        <span key={tick} className={styles.tick} style={{ insetBlockStart: `${(100 * y(tick)) / BOX.height}%` }}>
          {tick}
        </span>
      ))}
      <span className={styles.day} style={{ insetInlineStart: 0 }}>
        {first[0]}
      </span>
      <span className={styles.day} style={{ insetInlineEnd: 0 }}>
        {last[0]}
      </span>
    </div>
  )
}
