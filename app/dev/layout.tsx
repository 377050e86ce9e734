import type { ReactNode } from 'react'
import '@/app/styles/index.css'
import { FontPreloads } from '@/components/font-preloads'

export const metadata = { title: 'Design', robots: 'noindex' }

export default function DevLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        <script src="/theme.js" />
        <FontPreloads fonts={['sans', 'serif', 'display']} />
      </head>
      <body>{children}</body>
    </html>
  )
}
