import { scaleLinear, scaleUtc } from 'd3-scale'
import { area, curveStepAfter, type SeriesPoint, stack } from 'd3-shape'
import type { Level } from '@/generated/prisma/enums'
import type { Count } from '../rules/history'
import styles from './level-areas.module.css'

/** From the ground up: what has gone farthest carries the rest. */
export const STACKED: readonly Level[] = ['graduated', 'incubating', 'sandbox', 'archived']

interface Box {
  width: number
  height: number
  /** What of the height the highest sum takes. */
  top?: number
}

export function scalesOf(counts: Count[], { width, height, top = 0 }: Box) {
  const [first, last] = [counts[0]?.day ?? '2000-01-01', counts.at(-1)?.day ?? '2000-01-02']
  const sums = counts.map((count) => STACKED.reduce((sum, level) => sum + count[level], 0))
  return {
    x: scaleUtc([new Date(first), new Date(last)], [0, width]),
    y: scaleLinear([0, Math.max(1, ...sums)], [height, top]),
  }
}

/** How many projects were at each level, stacked over time; a level changes on a day, so the edges are steps. */
export function LevelAreas({ counts, ...box }: Box & { counts: Count[] }) {
  const { x, y } = scalesOf(counts, box)
  const shape = area<SeriesPoint<Count>>()
    .x(({ data }) => x(new Date(data.day)))
    .y0(([low]) => y(low))
    .y1(([, high]) => y(high))
    .curve(curveStepAfter)
    .digits(1)
  const layers = stack<unknown, Count, Level>().keys(STACKED)(counts)
  return layers.map((layer) => <path key={layer.key} className={styles[layer.key]} d={shape(layer) ?? ''} />)
}
