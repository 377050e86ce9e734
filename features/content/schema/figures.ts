/** One figure with where it is stated. `path` leads to its sentence. */
export interface FigureLine {
  value: number
  unit: string
  label: string
  direction: 'up' | 'down' | 'flat' | null
  baseline: string | null
  period: string | null
  source: string | null
  sentence: string
  project: string | null
  projectName: string | null
  industry: string | null
  country: string | null
  organization: string | null
  organizationName: string | null
  title: string
  locale: string
  path: string
}
