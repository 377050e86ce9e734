import { spreadsheet } from '@/lib/csv'
import type { Statistic } from '../schema'

/** A statistic as a file for spreadsheets; names that look like formulas are text. */
export function statisticCsv({ columns, rows }: Statistic): string {
  return spreadsheet([columns, ...rows])
}
