import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { connection } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/button'
import { PageHeader } from '@/components/page-header'
import { AmbassadorCards } from '@/features/ambassadors/components/ambassador-cards'
import { AmbassadorMap } from '@/features/ambassadors/components/ambassador-map'
import { DirectoryFilters } from '@/features/ambassadors/components/directory-filters'
import { DirectoryPages } from '@/features/ambassadors/components/directory-pages'
import { listAmbassadors } from '@/features/ambassadors/queries'
import { filterAmbassadors, pagesOf, readFilter } from '@/features/ambassadors/rules/directory'
import { SitePage } from '@/features/content/components/site-page'
import { inBoth, metadataOf } from '@/features/content/formats/metadata'

type Props = {
  params: Promise<{ locale: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}
const path = '/ambassadors'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'ambassadors' })
  return metadataOf({ locale, path, title: t('title'), description: t('lede'), languages: inBoth(path) })
}

export default async function AmbassadorsPage({ params, searchParams }: Props) {
  const { locale } = await params
  await connection()
  const filter = readFilter(await searchParams)
  const [t, people] = await Promise.all([getTranslations({ locale, namespace: 'ambassadors' }), listAmbassadors()])
  const found = filterAmbassadors(people, filter)
  const { shown, pages } = pagesOf(found, filter.page)
  if (filter.page > pages) notFound()
  return (
    <SitePage locale={locale} path={path} translations={inBoth(path)}>
      <div className="wrap">
        <PageHeader
          title={t('title')}
          lede={t('lede')}
          actions={<LinkButton href="/ambassadors/apply">{t('apply')}</LinkButton>}
        />
        <AmbassadorMap people={people} filter={filter} locale={locale} />
        <DirectoryFilters people={people} filter={filter} locale={locale} count={found.length} />
        <AmbassadorCards people={shown} locale={locale} />
        <DirectoryPages filter={filter} pages={pages} locale={locale} />
      </div>
    </SitePage>
  )
}
