import type { Metadata } from 'next'
import { connection } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/empty-state'
import { PageHeader } from '@/components/page-header'
import { CaseStudyList } from '@/features/content/components/case-study-list'
import { SitePage } from '@/features/content/components/site-page'
import { inBoth, metadataOf } from '@/features/content/formats/metadata'
import { listCaseStudies } from '@/features/content/queries/case-studies'

type Props = { params: Promise<{ locale: string }> }
const path = '/case-studies'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'cases' })
  return metadataOf({ locale, path, title: t('title'), description: t('lede'), languages: inBoth(path) })
}

export default async function CaseStudiesPage({ params }: Props) {
  const { locale } = await params
  await connection()
  const [t, studies] = await Promise.all([
    getTranslations({ locale, namespace: 'cases' }),
    listCaseStudies([locale, 'en']),
  ])
  return (
    <SitePage locale={locale} path={path} translations={inBoth(path)}>
      <div className="wrap">
        <PageHeader title={t('title')} lede={t('lede')} />
        {studies.length > 0 ? <CaseStudyList studies={studies} locale={locale} /> : <EmptyState title={t('empty')} />}
      </div>
    </SitePage>
  )
}
