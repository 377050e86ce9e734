import { notFound } from 'next/navigation'
import { hasLocale } from 'next-intl'
import { setRequestLocale } from 'next-intl/server'
import { type Locale, routing } from './routing'

/** The parameters of a document's page, its language checked and set for what it renders. */
export async function siteParams<P extends { locale: string }>(params: Promise<P>): Promise<P & { locale: Locale }> {
  const given = await params
  const { locale } = given
  if (!hasLocale(routing.locales, locale)) notFound()
  setRequestLocale(locale)
  return { ...given, locale }
}
