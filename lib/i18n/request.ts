import { hasLocale } from 'next-intl'
import { getRequestConfig } from 'next-intl/server'
import en from './en.json'
import { routing } from './routing'
import zh from './zh.json'

const MESSAGES = { en, zh }

export default getRequestConfig(async ({ requestLocale }) => {
  const requested = await requestLocale
  const locale = hasLocale(routing.locales, requested) ? requested : routing.defaultLocale
  return { locale, messages: MESSAGES[locale], timeZone: 'UTC' }
})
