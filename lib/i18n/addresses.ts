import { type Locale, routing } from './routing'

/** A path of a document in its language: `/events` and `/zh/events`. */
export function localized(path: string, locale: Locale): string {
  if (locale === routing.defaultLocale) return path
  return path === '/' ? `/${locale}` : `/${locale}${path}`
}
