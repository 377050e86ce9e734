import { getTranslations } from 'next-intl/server'
import { SectionHead } from '@/components/page-header'
import { listYears } from '../queries/archive'
import { localized } from '../schema/kinds'
import styles from './tag-cloud.module.css'

/** Every year with how many articles it brought. */
export async function YearList({ locale, current }: { locale: string; current?: number }) {
  const [years, t] = await Promise.all([listYears(locale), getTranslations({ locale, namespace: 'blog' })])
  if (years.length === 0) return null
  return (
    <nav className={styles.tags} aria-labelledby="years">
      <SectionHead id="years" title={t('archive')} />
      <ul>
        {years.map(({ year, count }) => (
          <li key={year}>
            <a href={localized(`/blog/archive/${year}`, locale)} aria-current={year === current ? 'page' : undefined}>
              {year}
            </a>{' '}
            <span>{count}</span>
          </li>
        ))}
      </ul>
    </nav>
  )
}
