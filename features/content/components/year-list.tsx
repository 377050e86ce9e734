import { getTranslations } from 'next-intl/server'
import { listYears } from '../queries/archive'
import { localized } from '../schema/kinds'
import { CountedLinks } from './counted-links'

/** Every year with how many articles it brought. */
export async function YearList({ locale, current }: { locale: string; current?: number }) {
  const [years, t] = await Promise.all([listYears(locale), getTranslations({ locale, namespace: 'blog' })])
  const links = years.map(({ year, count }) => ({
    ...{ href: localized(`/blog/archive/${year}`, locale), label: year, count },
    current: year === current,
  }))
  return <CountedLinks id="years" title={t('archive')} links={links} />
}
