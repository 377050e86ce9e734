import { getTranslations } from 'next-intl/server'
import { drawnCountry, WORLD, worldPath } from '@/lib/world'
import { type DirectoryFilter, type FacetChoice, type Findable, facetOf } from '../rules/directory'
import styles from './ambassador-map.module.css'
import { directoryHref } from './directory-href'

type Props = { people: Findable[]; filter: DirectoryFilter; locale: string }

/** Where ambassadors are: countries as links on a map, and the same links as a list. */
export async function AmbassadorMap({ people, filter, locale }: Props) {
  const t = await getTranslations({ locale, namespace: 'ambassadors' })
  const countries = facetOf(people, filter, 'country', locale)
  if (countries.length === 0) return null
  const link = ({ value, label, count }: FacetChoice) => ({
    href: directoryHref(filter, { country: filter.country === value ? null : value }, locale),
    'aria-label': t('mapLink', { country: label, count }),
    'aria-current': filter.country === value ? ('true' as const) : undefined,
  })
  return (
    <section className={styles.frame} aria-label={t('map')} data-screen-only="">
      <svg className={styles.map} viewBox={`0 0 ${WORLD.width} ${WORLD.height}`}>
        <title>{t('map')}</title>
        <path className={styles.land} d={worldPath()} />
        {countries.map((country) => {
          const drawn = drawnCountry(country.value)
          return (
            drawn && (
              <a key={country.value} className={styles.country} {...link(country)}>
                <title>{t('mapLink', { country: country.label, count: country.count })}</title>
                {drawn.path && <path d={drawn.path} />}
                <circle cx={drawn.x} cy={drawn.y} r={radiusOf(country.count)} />
              </a>
            )
          )
        })}
      </svg>
      <nav aria-label={t('countries')}>
        <ul className={styles.list}>
          {countries.map((country) => (
            <li key={country.value}>
              <a {...link(country)}>
                {country.label} <span>{country.count}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </section>
  )
}

/** The area of a mark grows with the number. */
function radiusOf(count: number): number {
  return Math.round(10 * Math.min(4 + 2.2 * Math.sqrt(count), 22)) / 10
}
