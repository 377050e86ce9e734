import { defineRouting } from 'next-intl/routing'

/** English at the root, Chinese under /zh. One address, one document: no detection, no cookie. */
export const routing = defineRouting({
  locales: ['en', 'zh'],
  defaultLocale: 'en',
  localePrefix: 'as-needed',
  localeDetection: false,
  localeCookie: false,
  alternateLinks: false,
})

export type Locale = (typeof routing.locales)[number]
