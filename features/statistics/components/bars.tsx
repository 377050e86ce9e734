import { scaleLinear } from 'd3-scale'
import type { Statistic } from '../schema'
import styles from './plots.module.css'

const ROW = 40
const MOST = 20

/** One bar for each row by its first number, the name above it; the table has those that are too many to draw. */
export function Bars({ rows }: Pick<Statistic, 'rows'>) {
  const drawn = rows.slice(0, MOST)
  const x = scaleLinear([0, Math.max(1, ...drawn.map(([, count]) => Number(count)))], [0, 88])
  return (
    <svg className={styles.plot} height={drawn.length * ROW} style={{ blockSize: drawn.length * ROW }} aria-hidden>
      {drawn.map(([name, count], at) => (
        <g key={String(name)} transform={`translate(0 ${at * ROW})`}>
          <text y={14} className={styles.name}>
            {name}
          </text>
          <rect y={20} height={12} width={`${x(Number(count)).toFixed(2)}%`} />
          <text x={`${(x(Number(count)) + 1).toFixed(2)}%`} y={30}>
            {count}
          </text>
        </g>
      ))}
    </svg>
  )
}
