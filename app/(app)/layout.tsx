import type { Metadata } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import '@/app/styles/index.css'
import { FontPreloads } from '@/components/font-preloads'
import { getSite } from '@/features/content/queries/site'
import { env } from '@/lib/env'
import { islandSrc } from '@/lib/islands'

export function generateMetadata(): Metadata {
  const { name, icon } = getSite()
  return {
    metadataBase: new URL(env().appUrl),
    title: { default: name.en ?? '', template: `%s · ${name.en}` },
    icons: icon,
    robots: 'noindex',
  }
}

/** Every page of the app is rendered for its reader: a nonce must be of this request, so nothing is made at build. */
export default async function AppLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        <script src="/theme.js" nonce={nonce} />
        <script type="module" src={islandSrc('theme-switch')} nonce={nonce} />
        <FontPreloads fonts={['sans']} />
      </head>
      <body>{children}</body>
    </html>
  )
}
