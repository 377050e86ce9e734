import { X } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { Icon } from '@/components/icon'
import { localized } from '@/lib/i18n/addresses'
import { searchPath, toggled } from '../rules/addresses'
import { type Answer, FACETS, type Facet, type FacetValue, type Filters, KINDS } from '../schema'
import styles from './results.module.css'

type Props = { text: string; facets: Answer['facets']; filters: Filters; locale: string }

/** What narrows the results: every value a link with how many it leaves, the chosen ones to be removed again. */
export async function FacetLinks({ text, facets, filters, locale }: Props) {
  const t = await getTranslations({ locale, namespace: 'search' })
  const shown = FACETS.map((facet) => ({ facet, values: offered(facets[facet], filters[facet]) })).filter(
    ({ facet, values }) => values.length > 1 || filters[facet] !== undefined,
  )
  if (shown.length === 0) return null
  const nameOf = (facet: Facet, { value, label }: FacetValue) => {
    if (facet === 'language') return new Intl.DisplayNames([locale], { type: 'language' }).of(value) ?? value
    const kind = KINDS.find((each) => facet === 'kind' && each === value)
    return kind ? t(`kinds.${kind}`) : label
  }
  return (
    <nav className={styles.facets} aria-label={t('facets.label')}>
      {Object.keys(filters).length > 0 && (
        <p className={styles.clear}>
          <a href={localized(searchPath(text), locale)}>{t('facets.clear')}</a>
        </p>
      )}
      {shown.map(({ facet, values }) => (
        <details key={facet} open={filters[facet] !== undefined || facet === 'kind'}>
          <summary>{t(`facets.${facet}`)}</summary>
          <ul>
            {values.map((value) => {
              const name = nameOf(facet, value)
              const isChosen = filters[facet] === value.value
              const href = localized(searchPath(text, toggled(filters, facet, value.value)), locale)
              return (
                <li key={value.value}>
                  <a
                    href={href}
                    rel="nofollow"
                    aria-current={isChosen ? 'true' : undefined}
                    aria-label={isChosen ? t('facets.remove', { value: name }) : undefined}
                  >
                    <span>{name}</span> {isChosen ? <Icon of={X} size={14} /> : <small>{value.count}</small>}
                  </a>
                </li>
              )
            })}
          </ul>
        </details>
      ))}
    </nav>
  )
}

/** A chosen value is there to be removed, whether or not it is among the commonest. */
function offered(values: FacetValue[], chosen: string | undefined): FacetValue[] {
  if (chosen === undefined || values.some(({ value }) => value === chosen)) return values
  return [{ value: chosen, label: chosen, count: 0 }, ...values]
}
