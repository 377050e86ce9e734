import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { connection } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/empty-state'
import { PageHeader } from '@/components/page-header'
import { TabLinks } from '@/components/tab-links'
import { ChangeFeeds } from '@/features/changes/components/change-feeds'
import { ChangeList } from '@/features/changes/components/change-list'
import { countChanges, listChanges } from '@/features/changes/queries/list'
import { kindNamed } from '@/features/changes/rules'
import { KINDS } from '@/features/changes/schema'
import { PageLinks } from '@/features/content/components/page-links'
import { SitePage } from '@/features/content/components/site-page'
import { inBoth, metadataOf } from '@/features/content/formats/metadata'
import { pageNumber } from '@/features/content/rules'
import { addressOf } from '@/features/content/rules/facets'
import { localized } from '@/lib/i18n/addresses'

type Query = { kind?: string | string[]; page?: string | string[] }
type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Query> }
const path = '/changes'
const ON_A_PAGE = 50

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'changes' })
  return metadataOf({ locale, path, title: t('title'), description: t('lede'), languages: inBoth(path), feed: path })
}

export default async function ChangesPage({ params, searchParams }: Props) {
  const [{ locale }, query] = await Promise.all([params, searchParams])
  await connection()
  const [kind, page] = [kindNamed(query.kind), pageNumber(query.page)]
  const [t, counts, changes] = await Promise.all([
    getTranslations({ locale, namespace: 'changes' }),
    countChanges(locale),
    listChanges(locale, { kind, skip: (page - 1) * ON_A_PAGE, take: ON_A_PAGE }),
  ])
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const pages = Math.max(1, Math.ceil((kind ? counts[kind] : total) / ON_A_PAGE))
  if (page > pages) notFound()
  const here = addressOf(path, { kind: kind ?? '' })
  const tabs = KINDS.filter((one) => counts[one] > 0 || one === kind).map((one) => ({
    href: localized(addressOf(path, { kind: one }), locale),
    label: t(`kind.${one}`),
    count: counts[one],
    current: one === kind,
  }))
  return (
    <SitePage locale={locale} path={path} translations={inBoth(here)}>
      <div className="wrap stack" style={{ '--gap': 'var(--space-8)' }}>
        <PageHeader title={t('title')} lede={t('lede')} meta={<ChangeFeeds locale={locale} />} />
        <TabLinks
          label={t('filter')}
          links={[{ href: localized(path, locale), label: t('all'), count: total, current: kind === null }, ...tabs]}
        />
        <div>
          {changes.length > 0 ? <ChangeList changes={changes} locale={locale} /> : <EmptyState title={t('empty')} />}
          <PageLinks path={here} page={page} pages={pages} locale={locale} />
        </div>
      </div>
    </SitePage>
  )
}
