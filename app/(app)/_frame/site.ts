import type { Site } from '@/components/brand'
import { getSite } from '@/features/content/queries/site'

/** What the frames of the app show of the foundation. */
export function frameSite(): Site {
  const { name, shortName, logo, notice } = getSite()
  return {
    name: name.en ?? '',
    shortName: shortName.en ?? '',
    logo: { src: logo, width: 28, height: 28 },
    navigation: [],
    footer: [],
    notice: notice?.en ?? '',
  }
}

export const WORDS = {
  skip: 'Skip to the content',
  navigation: 'Your pages',
  menu: 'Menu',
  signIn: 'Sign in',
  theme: { system: 'Theme: as the system', light: 'Theme: light', dark: 'Theme: dark' },
}
