import { csv } from '@/lib/csv'
import type { FigureLine } from '../schema/figures'

const COLUMNS: Record<string, (figure: FigureLine, appUrl: string) => string | number | null> = {
  value: ({ value }) => value,
  unit: ({ unit }) => unit,
  label: ({ label }) => label,
  direction: ({ direction }) => direction,
  baseline: ({ baseline }) => baseline,
  period: ({ period }) => period,
  project: ({ project }) => project,
  source: ({ source }) => source,
  sentence: ({ sentence }) => sentence,
  organization: ({ organizationName }) => organizationName,
  industry: ({ industry }) => industry,
  country: ({ country }) => country,
  title: ({ title }) => title,
  language: ({ locale }) => locale,
  url: ({ path }, appUrl) => appUrl + path,
}

/** Figures as a table (RFC 4180), one line each, safe to open in a spreadsheet. */
export function figuresCsv(figures: FigureLine[], appUrl: string): string {
  const lines = figures.map((figure) => Object.values(COLUMNS).map((column) => column(figure, appUrl)))
  return csv([Object.keys(COLUMNS), ...lines])
}
