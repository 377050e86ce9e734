import { getTranslations } from 'next-intl/server'
import type { FigureCell } from '../queries/figures'
import { type FigureFilter, figureFacets } from '../rules/case-studies'
import { type Chosen, countFacets } from '../rules/facets'
import { localized } from '../schema/kinds'
import { FacetForm, optionsOf } from './facet-form'

type Props = { cells: FigureCell[]; chosen: Chosen<FigureFilter>; locale: string }

/** What figures can be filtered by, with how many each choice leaves. */
export async function FigureFilters({ cells, chosen, locale }: Props) {
  const t = await getTranslations({ locale, namespace: 'cases' })
  const counts = countFacets(cells, figureFacets, chosen, ({ count }) => count)
  const named = (pairs: (cell: FigureCell) => [string | null, string | null]) => {
    const names = new Map(cells.map(pairs))
    return (value: string) => names.get(value) ?? value
  }
  const names: Record<FigureFilter, (value: string) => string> = {
    unit: (value) => value,
    direction: (value) => (t.has(`directions.${value}`) ? t(`directions.${value}`) : value),
    project: named(({ project, projectName }) => [project, projectName]),
    industry: named(({ industryKey, industry }) => [industryKey, industry]),
  }
  const field = (name: FigureFilter) => ({
    name,
    label: t(name),
    empty: t('any'),
    options: optionsOf(counts[name], names[name], { chosen: chosen[name], locale }),
    chosen: chosen[name],
  })
  return (
    <FacetForm
      label={t('filterFigures')}
      action={localized('/case-studies/figures', locale)}
      fields={[field('unit'), field('direction'), field('project'), field('industry')]}
      submit={t('show')}
      reset={Object.keys(chosen).length > 0 ? t('everyFigure') : null}
    />
  )
}
