import type { Heading } from '../schema/tree'
import type { Facets } from './facets'

export const STUDY_FILTERS = ['industry', 'challenge', 'project', 'country'] as const
export type StudyFilter = (typeof STUDY_FILTERS)[number]

interface Filterable {
  industryKey: string
  challenges: readonly string[]
  projects: { slug: string }[]
  country: string | null
}

export const studyFacets: Facets<Filterable, StudyFilter> = {
  industry: ({ industryKey }) => [industryKey],
  challenge: ({ challenges }) => challenges,
  project: ({ projects }) => projects.map(({ slug }) => slug),
  country: ({ country }) => (country === null ? [] : [country.toLowerCase()]),
}

export const STUDY_ORDERS = ['newest', 'organization', 'industry'] as const
export type StudyOrder = (typeof STUDY_ORDERS)[number]

export function studyOrder(value: string | string[] | undefined): StudyOrder {
  return STUDY_ORDERS.find((order) => order === value) ?? 'newest'
}

/** Studies come newest first; the other orders keep that among equals. */
export function sortStudies<T extends { industry: string; organization: { name: string } | null }>(
  studies: T[],
  order: StudyOrder,
  locale: string,
): T[] {
  if (order === 'newest') return studies
  const { compare } = new Intl.Collator(locale)
  const key = (study: T) => (order === 'industry' ? study.industry : (study.organization?.name ?? ''))
  return studies.toSorted((a, b) => compare(key(a), key(b)))
}

export const FIGURE_FILTERS = ['unit', 'direction', 'project', 'industry'] as const
export type FigureFilter = (typeof FIGURE_FILTERS)[number]

interface FilterableFigure {
  unit: string
  direction: string | null
  project: string | null
  industryKey: string | null
}

export const figureFacets: Facets<FilterableFigure, FigureFilter> = {
  unit: ({ unit }) => [unit],
  direction: ({ direction }) => (direction === null ? [] : [direction]),
  project: ({ project }) => (project === null ? [] : [project]),
  industry: ({ industryKey }) => (industryKey === null ? [] : [industryKey]),
}

const PARTS = ['challenge', 'solution', 'impact'] as const
export type Part = (typeof PARTS)[number]
/** What the headings of the parts are called where the front matter does not say which they are. */
const USUAL: Record<Part, string[]> = {
  challenge: ['challenge', '挑战'],
  solution: ['solution', '解决方案', '方案'],
  impact: ['impact', '成效', '影响', '结果'],
}

/** The parts of a case study, each with its sentence and the heading that opens it, where there are such. */
export function partsOf(
  study: Partial<Record<Part, string | undefined>> & {
    sections?: Partial<Record<Part, string | undefined>> | undefined
  },
  contents: readonly Heading[],
): { part: Part; sentence: string; id: string | null }[] {
  return PARTS.flatMap((part) => {
    const sentence = study[part]
    const usual = contents.find(({ id }) => USUAL[part].includes(id))?.id ?? null
    return sentence ? [{ part, sentence, id: study.sections?.[part] ?? usual }] : []
  })
}
