import styles from './activity-spark.module.css'

type Props = { activity: Map<number, number> | undefined; first: number; last: number; label: string }
const [STEP, HEIGHT] = [7, 24]

/** What is on record of a project, a bar for each year. The label says it in words. */
export function ActivitySpark({ activity, first, last, label }: Props) {
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  return (
    <svg className={styles.spark} width={years.length * STEP} height={HEIGHT} role="img" aria-label={label}>
      {years.map((year, at) => {
        const count = activity?.get(year) ?? 0
        const height = count === 0 ? 1 : Math.min(HEIGHT, 3 + 6 * Math.sqrt(count))
        return (
          <rect
            key={year}
            className={count === 0 ? styles.none : undefined}
            x={at * STEP}
            y={Math.round((HEIGHT - height) * 10) / 10}
            width={STEP - 2}
            height={Math.round(height * 10) / 10}
          />
        )
      })}
    </svg>
  )
}
