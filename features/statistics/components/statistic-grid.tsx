import type { Statistic } from '../schema'
import styles from './plots.module.css'
import { StatisticPlot } from './statistic-plot'

export function StatisticGrid({ statistics, base }: { statistics: Statistic[]; base: string }) {
  return (
    <div className={styles.grids}>
      {statistics.map((statistic) => (
        <StatisticPlot key={statistic.name} statistic={statistic} base={base} />
      ))}
    </div>
  )
}
