import { scaleLinear } from 'd3-scale'
import type { Statistic } from '../schema'
import styles from './plots.module.css'

const ROW = 36
/** Of a large committee those at the ends are drawn. */
const EACH_END = 15

/** One point with its interval for each row: rows are name, value, low, high. */
export function Whiskers({ rows }: Pick<Statistic, 'rows'>) {
  const drawn = rows.length <= 2 * EACH_END ? rows : [...rows.slice(0, EACH_END), ...rows.slice(-EACH_END)]
  const most = Math.max(0.5, ...drawn.flatMap(([, , low, high]) => [Math.abs(Number(low)), Math.abs(Number(high))]))
  const x = scaleLinear([-most, most], [2, 98])
  const at = (value: unknown) => `${x(Number(value)).toFixed(2)}%`
  const ground = drawn.length * ROW
  return (
    <svg className={styles.plot} height={ground + 24} style={{ blockSize: ground + 24 }} aria-hidden>
      {x.ticks(4).map((tick) => (
        <g key={tick}>
          <line className={styles.grid} x1={at(tick)} x2={at(tick)} y2={ground} />
          <text x={at(tick)} y={ground + 18} textAnchor="middle">
            {tick}
          </text>
        </g>
      ))}
      {drawn.map(([name, value, low, high], row) => (
        <g key={`${name} ${row}`} transform={`translate(0 ${row * ROW})`}>
          <text y={12} className={styles.name}>
            {name}
          </text>
          <line className={styles.whisker} x1={at(low)} x2={at(high)} y1={24} y2={24} />
          <circle cx={at(value)} cy={24} r={4} />
        </g>
      ))}
    </svg>
  )
}
