import { env } from '../env'
import { type Locale, routing } from './routing'

/** A path of a document in its language: `/events` and `/zh/events`. */
export function localized(path: string, locale: Locale): string {
  if (locale === routing.defaultLocale) return path
  return path === '/' ? `/${locale}` : `/${locale}${path}`
}

/** What a document's head says of its own address and of itself in the other languages. */
export function alternates(path: string, locale: Locale) {
  const absolute = (language: Locale) => env().appUrl + localized(path, language)
  const languages = Object.fromEntries(routing.locales.map((language) => [language, absolute(language)]))
  return { canonical: absolute(locale), languages }
}
