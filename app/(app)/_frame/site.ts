import type { AppWords } from '@/components/app-shell'
import type { Site } from '@/components/brand'
import { getSite } from '@/features/content/queries/site'
import type { Locale } from '@/lib/i18n/routing'
import { wordsFor } from '@/lib/i18n/words'

/** What the frames of the app show of the foundation. */
export function frameSite(locale: Locale = 'en'): Site {
  const { name, shortName, logo, notice } = getSite()
  return {
    name: name[locale] ?? name.en ?? '',
    shortName: shortName[locale] ?? shortName.en ?? '',
    logo: { src: logo, width: 28, height: 28 },
    navigation: [],
    footer: [],
    notice: notice?.[locale] ?? notice?.en ?? '',
  }
}

export const WORDS = {
  skip: 'Skip to the content',
  navigation: 'Your pages',
  menu: 'Menu',
  signIn: 'Sign in',
  theme: 'Theme: as the system',
}

/** The words of a frame in another language, for the few pages that a mail leads to in its own. */
export function frameWords(locale: Locale): AppWords {
  if (locale === 'en') return WORDS
  const t = wordsFor(locale, 'site')
  return { skip: t('skip'), navigation: t('navigation'), signIn: t('signIn'), theme: t('theme.system') }
}
