import { hasLocale } from 'next-intl'
import { getRequestConfig } from 'next-intl/server'
import en from './en'
import { routing } from './routing'
import zh from './zh'

const MESSAGES = { en, zh }

export default getRequestConfig(async ({ requestLocale }) => {
  const requested = await requestLocale
  const locale = hasLocale(routing.locales, requested) ? requested : routing.defaultLocale
  return { locale, messages: MESSAGES[locale], timeZone: 'UTC' }
})
