import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { SiteShell } from '@/components/site-shell'
import { HeaderSearch } from '@/features/search/components/header-search'
import { getSiteView } from '../queries/chrome'
import { localized } from '../schema/kinds'

interface Props {
  locale: string
  /** Where this is, without the language's prefix. */
  path: string
  /** Where it is in the other language, without prefix; absent where it does not exist there. */
  translations?: Record<string, string>
  children: ReactNode
}

const LANGUAGES = [
  { locale: 'en', label: 'English' },
  { locale: 'zh', label: '中文' },
]

/** A document in the foundation's frame. */
export async function SitePage({ locale, path, translations = {}, children }: Props) {
  const [view, t] = await Promise.all([getSiteView(locale), getTranslations({ locale, namespace: 'site' })])
  const other = LANGUAGES.find((language) => language.locale !== locale && translations[language.locale])
  const words = {
    skip: t('skip'),
    navigation: t('navigation'),
    menu: t('menu'),
    signIn: t('signIn'),
    theme: t('theme.system'),
  }
  return (
    <SiteShell
      site={{ ...view, logo: { src: view.logo, width: 32, height: 32 } }}
      words={words}
      locale={locale}
      current={localized(path, locale)}
      search={<HeaderSearch locale={locale} isSearching={path === '/search'} />}
      {...(other ? { alternate: { ...other, href: localized(translations[other.locale] ?? '/', other.locale) } } : {})}
    >
      {children}
    </SiteShell>
  )
}
