import type { Metadata } from 'next'
import { connection } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/empty-state'
import { PageHeader } from '@/components/page-header'
import { CaseStudyFilters } from '@/features/content/components/case-study-filters'
import { CaseStudyList } from '@/features/content/components/case-study-list'
import { SitePage } from '@/features/content/components/site-page'
import { inBoth, metadataOf } from '@/features/content/formats/metadata'
import { listCaseStudies } from '@/features/content/queries/case-studies'
import { STUDY_FILTERS, sortStudies, studyFacets, studyOrder } from '@/features/content/rules/case-studies'
import { addressOf, chosenOf, fitting } from '@/features/content/rules/facets'
import { localized } from '@/features/content/schema/kinds'

type Props = {
  params: Promise<{ locale: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}
const path = '/case-studies'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'cases' })
  return metadataOf({ locale, path, title: t('title'), description: t('lede'), languages: inBoth(path) })
}

export default async function CaseStudiesPage({ params, searchParams }: Props) {
  const [{ locale }, query] = await Promise.all([params, searchParams])
  await connection()
  const [chosen, order] = [chosenOf(STUDY_FILTERS, query), studyOrder(query.sort)]
  const [t, all] = await Promise.all([getTranslations({ locale, namespace: 'cases' }), listCaseStudies([locale, 'en'])])
  const studies = sortStudies(fitting(all, studyFacets, chosen), order, locale)
  const here = addressOf(path, { ...chosen, sort: order === 'newest' ? '' : order })
  return (
    <SitePage locale={locale} path={path} translations={inBoth(here)}>
      <div className="wrap">
        <PageHeader
          title={t('title')}
          lede={t('lede')}
          meta={<a href={localized(`${path}/figures`, locale)}>{t('allFigures')}</a>}
        />
        {all.length > 1 && <CaseStudyFilters studies={all} chosen={chosen} order={order} locale={locale} />}
        {studies.length > 0 ? (
          <CaseStudyList studies={studies} locale={locale} />
        ) : (
          <EmptyState
            title={t(all.length > 0 ? 'nothing' : 'empty')}
            actions={all.length > 0 && <a href={localized(path, locale)}>{t('all')}</a>}
          />
        )}
      </div>
    </SitePage>
  )
}
