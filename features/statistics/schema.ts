export const STATISTICS = [
  'over-time',
  'by-track',
  'by-format',
  'by-level',
  'by-country',
  'first-time',
  'review-scores',
  'calibrated-scores',
  'severity',
] as const
export type StatisticName = (typeof STATISTICS)[number]

/** Numbers with what they are of: drawn, written as a table, and exported alike. */
export interface Statistic {
  name: StatisticName
  /** What it shows, as a sentence. */
  title: string
  note?: string
  columns: string[]
  rows: (string | number)[][]
}

export interface Counted {
  name: string
  count: number
}
