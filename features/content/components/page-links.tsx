import { getTranslations } from 'next-intl/server'
import { Pagination } from '@/components/pagination'
import { localized } from '../schema/kinds'

type Props = { path: string; page: number; pages: number; locale: string }

/** The pages of a list; the first has the list's own address. */
export async function PageLinks({ path, page, pages, locale }: Props) {
  const t = await getTranslations({ locale, namespace: 'site.pages' })
  const words = { label: t('label'), previous: t('previous'), next: t('next'), page: t('page') }
  const mark = path.includes('?') ? '&' : '?'
  const hrefOf = (number: number) => localized(path, locale) + (number > 1 ? `${mark}page=${number}` : '')
  return <Pagination page={page} pages={pages} hrefOf={hrefOf} words={words} />
}
