import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { connection } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { SitePage } from '@/features/content/components/site-page'
import { getSite } from '@/features/content/queries/site'
import { PreviewDocument } from '@/features/editing/components/preview-document'
import { getLinkedText } from '@/features/editing/queries/preview'
import { formatDate } from '@/lib/time-words'

// Without a title of the text: an address that is passed on by mistake says nothing by itself.
export const metadata: Metadata = { title: 'Preview', robots: 'noindex, nofollow', referrer: 'same-origin' }

type Props = { params: Promise<{ locale: string; token: string }> }

/** One text for whoever holds the link, drawn as readers would have it. The front keeps nothing of it. */
export default async function PreviewPage({ params }: Props) {
  const { locale, token } = await params
  await connection()
  const text = await getLinkedText(token, new Date())
  if (!text) notFound()
  const t = await getTranslations({ locale: text.locale, namespace: 'preview' })
  const language = text.locale === 'zh' ? 'zh' : 'en'
  const date = formatDate(text.until, getSite().timeZone, language)
  return (
    <SitePage locale={locale} path="/preview">
      <PreviewDocument text={text} kicker={t('kicker')} note={t('until', { date })} />
    </SitePage>
  )
}
