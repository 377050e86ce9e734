import { getTranslations } from 'next-intl/server'
import { PlotFrame } from '@/components/figure'
import { MaturityShape } from '@/components/maturity-badge'
import type { Count } from '../rules/history'
import { LevelAreas, STACKED, scalesOf } from './level-areas'
import styles from './levels-plot.module.css'
import { longDay } from './words'

const BOX = { width: 1000, height: 300, top: 8 }

/** How many projects were at each level over the years, and the same numbers as a table. */
export async function LevelsPlot({ counts, locale }: { counts: Count[]; locale: string }) {
  const [t, words] = await Promise.all([
    getTranslations({ locale, namespace: 'projects' }),
    getTranslations({ locale, namespace: 'level' }),
  ])
  const { x, y } = scalesOf(counts, BOX)
  const sum = (count: Count) => STACKED.reduce((total, level) => total + count[level], 0)
  const rows = counts.map((count) => [longDay(count.day, locale), ...STACKED.map((level) => count[level]), sum(count)])
  const legend = (
    <span className={styles.legend}>
      {STACKED.toReversed().map((level) => (
        <span key={level}>
          <MaturityShape level={level} size={12} /> {words(level)}
        </span>
      ))}
      {t('monthly')}
    </span>
  )
  return (
    <PlotFrame
      title={t('countsTitle', { date: longDay(counts[0]?.day ?? '', locale) })}
      tableLabel={t('countsTable')}
      note={legend}
      table={{ columns: [t('dayHead'), ...STACKED.map((level) => words(level)), t('total')], rows: rows.reverse() }}
    >
      {/* What is drawn stretches with the page; what is written keeps its size. */}
      <div className={styles.plot}>
        <svg viewBox={`0 0 ${BOX.width} ${BOX.height}`} preserveAspectRatio="none" aria-hidden>
          <LevelAreas counts={counts} {...BOX} />
        </svg>
        {y
          .ticks(5)
          .slice(1)
          .map((tick) => (
            <span key={tick} className={styles.line} style={{ insetBlockStart: share(y(tick), BOX.height) }}>
              <span>{tick}</span>
            </span>
          ))}
        {x.ticks(10).map((tick) => (
          <span key={tick.getTime()} className={styles.year} style={{ insetInlineStart: share(x(tick), BOX.width) }}>
            {tick.getUTCFullYear()}
          </span>
        ))}
      </div>
    </PlotFrame>
  )
}

function share(part: number, whole: number): string {
  return `${((part / whole) * 100).toFixed(2)}%`
}
