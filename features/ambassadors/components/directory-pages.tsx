import { getTranslations } from 'next-intl/server'
import { Pagination } from '@/components/pagination'
import type { DirectoryFilter } from '../rules/directory'
import { directoryHref } from './directory-href'

export async function DirectoryPages(props: { filter: DirectoryFilter; pages: number; locale: string }) {
  const { filter, pages, locale } = props
  const t = await getTranslations({ locale, namespace: 'ambassadors' })
  const words = { label: t('pages'), previous: t('previous'), next: t('next'), page: t('page') }
  const hrefOf = (page: number) => directoryHref(filter, { page }, locale)
  return <Pagination page={filter.page} pages={pages} hrefOf={hrefOf} words={words} />
}
