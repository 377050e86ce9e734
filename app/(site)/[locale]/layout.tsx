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
        <FontPreloads fonts={['sans', 'serif', 'display']} />
        <script type="module" src={islandSrc('documents')} fetchPriority="low" />
      </head>
      <body>{children}</body>
    </html>
  )
}
