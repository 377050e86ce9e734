import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import '@/app/styles/index.css'
import { FontPreloads } from '@/components/font-preloads'
import { islandSrc } from '@/lib/islands'

export const metadata = { title: 'Design', robots: 'noindex' }

export default async function DevLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        <script src="/theme.js" nonce={nonce} />
        <script type="module" src={islandSrc('theme-switch')} nonce={nonce} />
        <FontPreloads fonts={['sans', 'serif', 'display']} />
      </head>
      <body>{children}</body>
    </html>
  )
}
