import styles from './spark.module.css'

type Props = { values: number[]; label: string; width?: number; height?: number }

/** The shape of a series in the height of a line, with its last point marked. The label says it in words. */
export function Spark({ values, label, width = 96, height = 24 }: Props) {
  const points = pointsOf(values, width - 4, height - 6)
  const last = points.at(-1)
  return (
    <svg
      className={styles.spark}
      width={width}
      height={height}
      viewBox={`-2 -3 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      <polyline points={points.map((point) => point.join(',')).join(' ')} />
      {last && <circle cx={last[0]} cy={last[1]} r={2} />}
    </svg>
  )
}

function pointsOf(values: number[], width: number, height: number): [number, number][] {
  const top = Math.max(...values, 1)
  const step = width / Math.max(values.length - 1, 1)
  return values.map((value, index) => [round(index * step), round(height - (value / top) * height)])
}

function round(value: number) {
  return Math.round(value * 10) / 10
}
