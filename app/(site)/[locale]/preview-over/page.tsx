import type { Metadata } from 'next'
import { connection } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/page-header'
import { SitePage } from '@/features/content/components/site-page'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'preview' })
  return { title: t('overTitle'), robots: 'noindex' }
}

/** What the front answers, with status 410, to a preview link that has ended or never was. */
export default async function PreviewOverPage({ params }: Props) {
  const { locale } = await params
  await connection()
  const t = await getTranslations({ locale, namespace: 'preview' })
  return (
    <SitePage locale={locale} path="/preview-over">
      <div className="wrap">
        <PageHeader title={t('overTitle')} lede={t('overLede')} />
      </div>
    </SitePage>
  )
}
