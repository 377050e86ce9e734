import { getTranslations } from 'next-intl/server'
import { MaskIcon } from '@/components/mask-icon'
import { localized } from '@/lib/i18n/addresses'
import { SearchField } from './search-field'
import styles from './search-field.module.css'

/** In the head of every page: the field where there is room for it, else a link to its page, which has its own. */
export async function HeaderSearch({ locale, isSearching }: { locale: string; isSearching: boolean }) {
  if (isSearching) return null
  const t = await getTranslations({ locale, namespace: 'search' })
  return (
    <>
      <SearchField id="site-search" locale={locale} look="header" />
      <a className={styles.link} href={localized('/search', locale)} aria-label={t('title')}>
        <MaskIcon of="search" />
      </a>
    </>
  )
}
