import { getTranslations } from 'next-intl/server'
import { PlotFrame } from '@/components/figure'
import { MaturityShape } from '@/components/maturity-badge'
import type { Count } from '../rules/history'
import { LevelAreas, STACKED, scalesOf } from './level-areas'
import styles from './levels-plot.module.css'
import { longDay } from './words'

const [WIDTH, HEIGHT, LEFT, BOTTOM] = [960, 360, 40, 28]
const BOX = { width: WIDTH - LEFT, height: HEIGHT - BOTTOM, top: 12 }

/** How many projects were at each level over the years, and the same numbers as a table. */
export async function LevelsPlot({ counts, locale }: { counts: Count[]; locale: string }) {
  const [t, words] = await Promise.all([
    getTranslations({ locale, namespace: 'projects' }),
    getTranslations({ locale, namespace: 'level' }),
  ])
  const { x, y } = scalesOf(counts, BOX)
  const sum = (count: Count) => STACKED.reduce((total, level) => total + count[level], 0)
  const rows = counts.map((count) => [longDay(count.day, locale), ...STACKED.map((level) => count[level]), sum(count)])
  return (
    <PlotFrame
      title={t('countsTitle', { date: longDay(counts[0]?.day ?? '', locale) })}
      tableLabel={t('countsTable')}
      note={t('monthly')}
      table={{ columns: [t('dayHead'), ...STACKED.map((level) => words(level)), t('total')], rows: rows.reverse() }}
    >
      <ul className={styles.legend}>
        {STACKED.toReversed().map((level) => (
          <li key={level}>
            <MaturityShape level={level} size={12} /> {words(level)}
          </li>
        ))}
      </ul>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={styles.plot} aria-hidden>
        <g transform={`translate(${LEFT} 0)`}>
          {y.ticks(5).map((tick) => (
            <g key={tick} transform={`translate(0 ${y(tick)})`}>
              <line x2={BOX.width} />
              <text x={-8} dy="0.32em" textAnchor="end">
                {tick}
              </text>
            </g>
          ))}
          <LevelAreas counts={counts} {...BOX} />
          {x.ticks(10).map((tick) => (
            <text key={tick.getTime()} x={x(tick)} y={HEIGHT - 8} textAnchor="middle">
              {tick.getUTCFullYear()}
            </text>
          ))}
        </g>
      </svg>
    </PlotFrame>
  )
}
