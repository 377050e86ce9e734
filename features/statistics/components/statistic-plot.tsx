import { PlotFrame } from '@/components/figure'
import type { Statistic } from '../schema'
import { Bars } from './bars'
import { Curve } from './curve'
import { Whiskers } from './whiskers'

/** A statistic as a plot, with its table beside it and its file. */
export function StatisticPlot({ statistic, base }: { statistic: Statistic; base: string }) {
  const { name, title, note, columns, rows } = statistic
  const Plot = name === 'over-time' ? Curve : name === 'severity' ? Whiskers : Bars
  return (
    <PlotFrame
      title={title}
      table={{ columns, rows }}
      isTableOpen={rows.length > 0}
      note={
        <>
          {rows.length === 0 ? 'There is nothing to draw yet.' : note} <a href={`${base}/${name}.csv`}>CSV</a>
        </>
      }
    >
      <Plot rows={rows} />
    </PlotFrame>
  )
}
