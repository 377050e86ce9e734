import type { Metadata } from 'next'
import { connection } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/page-header'
import { SitePage } from '@/features/content/components/site-page'
import { getSiteView } from '@/features/content/queries/chrome'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'missing' })
  return { title: t('title'), robots: 'noindex' }
}

/** What the front answers, with status 404, wherever there is nothing. */
export default async function MissingPage({ params }: Props) {
  const { locale } = await params
  await connection()
  const [t, site] = await Promise.all([getTranslations({ locale, namespace: 'missing' }), getSiteView(locale)])
  return (
    <SitePage locale={locale} path="/404-page">
      <div className="wrap">
        <PageHeader title={t('title')} lede={t('lede')} />
        <ul className="prose">
          {site.navigation.map(({ href, label }) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
      </div>
    </SitePage>
  )
}
