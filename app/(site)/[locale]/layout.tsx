import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { hasLocale } from 'next-intl'
import { setRequestLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import '@/app/styles/index.css'
import { FontPreloads } from '@/components/font-preloads'
import { getSite } from '@/features/content/queries/site'
import { env } from '@/lib/env'
import { routing } from '@/lib/i18n/routing'
import { islandSrc } from '@/lib/islands'

interface Props {
  children: ReactNode
  params: Promise<{ locale: string }>
}

/** Paths that are not documents. */
const APP = ['/admin*', '/me*', '/sign-in*', '/sign-out*', '/dev/*', '/api/*', '/events/*/submit*']

const SPECULATION = JSON.stringify({
  prefetch: [
    {
      where: { and: [{ href_matches: '/*' }, { not: { href_matches: APP } }] },
      eagerness: 'moderate',
    },
  ],
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const { name, description, icon } = getSite()
  const title = name[locale] ?? name.en ?? ''
  return {
    metadataBase: new URL(env().appUrl),
    title: { default: title, template: `%s · ${title}` },
    description: description[locale] ?? description.en ?? '',
    icons: { icon },
    openGraph: { siteName: title },
  }
}

export default async function SiteLayout({ children, params }: Props) {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  setRequestLocale(locale)
  const { accent } = getSite()
  return (
    <html lang={locale} style={{ '--accent-light': accent.light, '--accent-dark': accent.dark }}>
      <head>
        <script src="/theme.js" />
        <script
          type="speculationrules"
          // What a reader is about to press is fetched; what depends on the reader is not.
          dangerouslySetInnerHTML={{ __html: SPECULATION }}
        />
        <FontPreloads fonts={['sans', 'serif', 'display']} />
        <script type="module" src={islandSrc('documents')} fetchPriority="low" />
      </head>
      <body>{children}</body>
    </html>
  )
}
