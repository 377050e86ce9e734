import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/button'
import { Checkbox } from '@/components/checkbox'
import { Select } from '@/components/select'
import { TextField } from '@/components/text-field'
import { Toolbar } from '@/components/toolbar'
import { localized } from '@/lib/i18n/addresses'
import { type DirectoryFilter, type Findable, facetOf, filterQuery, NO_FILTER } from '../rules/directory'
import styles from './directory-filters.module.css'

type Props = { people: Findable[]; filter: DirectoryFilter; locale: string; count: number }

/** A form that any browser sends: what is chosen is in the address. */
export async function DirectoryFilters({ people, filter, locale, count }: Props) {
  const t = await getTranslations({ locale, namespace: 'ambassadors' })
  const action = localized('/ambassadors', locale)
  const options = (facet: 'country' | 'language' | 'project' | 'expertise') => {
    const choices = facetOf(people, filter, facet, locale)
    const chosen = filter[facet]
    const isThere = chosen === null || choices.some(({ value }) => value === chosen)
    return [
      ...choices.map((choice) => ({ value: choice.value, label: `${choice.label} (${choice.count})` })),
      ...(isThere ? [] : [{ value: chosen, label: chosen }]),
    ]
  }
  const terms = (['current', 'emeritus', 'all'] as const).map((when) => ({
    value: when === 'current' ? '' : when,
    label: t(`whenIs.${when}`),
  }))
  const isFiltered = filterQuery({ ...filter, page: 1 }) !== filterQuery(NO_FILTER)
  return (
    <div className={styles.filters} data-screen-only="">
      <Toolbar label={t('filter')} action={action}>
        <TextField name="q" type="search" label={t('q')} defaultValue={filter.q} maxLength={80} />
        {(['country', 'language', 'project', 'expertise'] as const).map((facet) => (
          <Select
            key={facet}
            name={facet}
            label={t(facet)}
            empty={t('any')}
            options={options(facet)}
            defaultValue={filter[facet] ?? ''}
          />
        ))}
        <Select
          name="when"
          label={t('when')}
          options={terms}
          defaultValue={filter.when === 'current' ? '' : filter.when}
        />
        <Checkbox name="available" value="yes" label={t('available')} defaultChecked={filter.available} />
        <Button type="submit">{t('show')}</Button>
      </Toolbar>
      <p className={styles.count} role="status">
        {t('count', { count })}
        {isFiltered && <a href={action}>{t('clear')}</a>}
      </p>
    </div>
  )
}
