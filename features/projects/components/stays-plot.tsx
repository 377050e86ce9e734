import { scaleLinear } from 'd3-scale'
import { getTranslations } from 'next-intl/server'
import { PlotFrame } from '@/components/figure'
import type { TimeInLevel } from '../rules/history'
import hues from './level-hues.module.css'
import styles from './stays-plot.module.css'

const ROW = 76

/** Days as years with one figure after the point. */
function yearsOf(days: number): string {
  return (days / 365.25).toFixed(1)
}

/** How long projects stayed at each level before they moved on: range, middle half and median. */
export async function StaysPlot({ times, locale }: { times: TimeInLevel[]; locale: string }) {
  const [t, words] = await Promise.all([
    getTranslations({ locale, namespace: 'projects' }),
    getTranslations({ locale, namespace: 'level' }),
  ])
  const drawn = times.flatMap(({ level, gone }) => (gone ? [{ level, ...gone }] : []))
  const x = scaleLinear([0, Math.max(365, ...drawn.map(({ longest }) => longest)) / 365.25], [0, 96]).nice()
  const at = (days: number) => `${x(days / 365.25).toFixed(2)}%`
  const heads = ['came', 'there', 'shortest', 'lower', 'median', 'upper', 'longest', 'soFar'] as const
  const said = (days: number | null | undefined) => (days === null || days === undefined ? '–' : yearsOf(days))
  const rows = times.map(({ level, came, there, gone, soFar }) => [
    ...[words(level), came, there, said(gone?.shortest), said(gone?.lower), said(gone?.median), said(gone?.upper)],
    ...[said(gone?.longest), said(soFar)],
  ])
  const ground = drawn.length * ROW
  return (
    <PlotFrame
      title={t('stayTitle')}
      tableLabel={t('countsTable')}
      note={t('stayNote')}
      table={{ columns: [t('filter'), ...heads.map((head) => t(`stay.${head}`))], rows }}
    >
      <svg height={ground + 28} className={styles.plot} style={{ blockSize: ground + 28 }} aria-hidden>
        {x.ticks(6).map((tick) => (
          <g key={tick}>
            <line className={styles.grid} x1={`${x(tick)}%`} x2={`${x(tick)}%`} y2={ground} />
            <text x={`${x(tick)}%`} y={ground + 20} textAnchor={tick === 0 ? 'start' : 'middle'}>
              {tick}
            </text>
          </g>
        ))}
        {drawn.map(({ level, shortest, lower, median, upper, longest }, row) => (
          <g key={level} transform={`translate(0 ${row * ROW})`} className={hues[level]}>
            <text y={22} className={styles.name}>
              {`${words(level)} · ${t('yearsShort', { years: yearsOf(median) })}`}
            </text>
            <line x1={at(shortest)} x2={at(longest)} y1={48} y2={48} />
            <rect x={at(lower)} y={37} width={at(upper - lower)} height={22} />
            <line className={styles.median} x1={at(median)} x2={at(median)} y1={33} y2={63} />
          </g>
        ))}
      </svg>
    </PlotFrame>
  )
}
