import { scaleLinear } from 'd3-scale'
import { getTranslations } from 'next-intl/server'
import { PlotFrame } from '@/components/figure'
import type { TimeInLevel } from '../rules/history'
import styles from './stays-plot.module.css'

const [WIDTH, ROW, LEFT, BOTTOM] = [960, 64, 120, 28]

/** Days as years with one figure after the point. */
export function yearsOf(days: number): string {
  return (days / 365.25).toFixed(1)
}

/** How long projects stayed at each level before they moved on: range, middle half and median. */
export async function StaysPlot({ times, locale }: { times: TimeInLevel[]; locale: string }) {
  const [t, words] = await Promise.all([
    getTranslations({ locale, namespace: 'projects' }),
    getTranslations({ locale, namespace: 'level' }),
  ])
  const drawn = times.flatMap(({ level, gone }) => (gone ? [{ level, ...gone }] : []))
  const x = scaleLinear(
    [0, Math.max(1, ...drawn.map(({ longest }) => longest)) / 365.25],
    [0, WIDTH - LEFT - 24],
  ).nice()
  const at = (days: number) => Math.round(x(days / 365.25) * 10) / 10
  const heads = ['came', 'there', 'shortest', 'lower', 'median', 'upper', 'longest', 'soFar'] as const
  const said = (days: number | null | undefined) => (days === null || days === undefined ? '–' : yearsOf(days))
  const rows = times.map(({ level, came, there, gone, soFar }) => [
    ...[words(level), came, there, said(gone?.shortest), said(gone?.lower), said(gone?.median), said(gone?.upper)],
    ...[said(gone?.longest), said(soFar)],
  ])
  return (
    <PlotFrame
      title={t('stayTitle')}
      tableLabel={t('countsTable')}
      note={t('stayNote')}
      table={{ columns: [t('filter'), ...heads.map((head) => t(`stay.${head}`))], rows }}
    >
      <svg viewBox={`0 0 ${WIDTH} ${drawn.length * ROW + BOTTOM}`} className={styles.plot} aria-hidden>
        <g transform={`translate(${LEFT} 0)`}>
          {x.ticks(8).map((tick) => (
            <g key={tick} transform={`translate(${x(tick)} 0)`}>
              <line className={styles.grid} y2={drawn.length * ROW} />
              <text y={drawn.length * ROW + 20} textAnchor="middle">
                {tick}
              </text>
            </g>
          ))}
          {drawn.map(({ level, shortest, lower, median, upper, longest }, row) => (
            <g key={level} transform={`translate(0 ${row * ROW + ROW / 2})`} className={styles[level]}>
              <text x={-16} dy="0.32em" textAnchor="end" className={styles.name}>
                {words(level)}
              </text>
              <line x1={at(shortest)} x2={at(longest)} />
              <rect x={at(lower)} y={-11} width={Math.max(2, at(upper) - at(lower))} height={22} />
              <line className={styles.median} x1={at(median)} x2={at(median)} y1={-15} y2={15} />
              <text x={at(median)} y={-19} textAnchor="middle" className={styles.value}>
                {t('yearsShort', { years: yearsOf(median) })}
              </text>
            </g>
          ))}
        </g>
      </svg>
    </PlotFrame>
  )
}
