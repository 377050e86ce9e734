import { getTranslations } from 'next-intl/server'
import type { CaseStudyLine } from '../queries/case-studies'
import { STUDY_ORDERS, type StudyFilter, type StudyOrder, studyFacets } from '../rules/case-studies'
import { type Chosen, countFacets } from '../rules/facets'
import { localized } from '../schema/kinds'
import { FacetForm, optionsOf } from './facet-form'

type Props = { studies: CaseStudyLine[]; chosen: Chosen<StudyFilter>; order: StudyOrder; locale: string }

/** What case studies can be filtered and sorted by, with how many each choice leaves. */
export async function CaseStudyFilters({ studies, chosen, order, locale }: Props) {
  const t = await getTranslations({ locale, namespace: 'cases' })
  const counts = countFacets(studies, studyFacets, chosen)
  const regions = new Intl.DisplayNames(locale, { type: 'region' })
  const industries = new Map(studies.map(({ industryKey, industry }) => [industryKey, industry]))
  const projects = new Map(studies.flatMap((study) => study.projects.map(({ slug, name }) => [slug, name])))
  const names: Record<StudyFilter, (value: string) => string> = {
    industry: (value) => industries.get(value) ?? value,
    challenge: (value) => (t.has(`challenges.${value}`) ? t(`challenges.${value}`) : value),
    project: (value) => projects.get(value) ?? value,
    country: (value) => (/^[a-z]{2}$/.test(value) ? (regions.of(value.toUpperCase()) ?? value) : value),
  }
  const field = (name: StudyFilter) => ({
    name,
    label: t(name),
    empty: t('any'),
    options: optionsOf(counts[name], names[name], { chosen: chosen[name], locale }),
    chosen: chosen[name],
  })
  const sort = {
    name: 'sort',
    label: t('sort'),
    options: STUDY_ORDERS.map((value) => ({ value: value === 'newest' ? '' : value, label: t(`orders.${value}`) })),
    chosen: order === 'newest' ? '' : order,
  }
  return (
    <FacetForm
      label={t('filter')}
      action={localized('/case-studies', locale)}
      fields={[field('industry'), field('challenge'), field('project'), field('country'), sort]}
      submit={t('show')}
      reset={Object.keys(chosen).length > 0 ? t('all') : null}
    />
  )
}
