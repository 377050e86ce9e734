import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { connection } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/empty-state'
import { PageHeader } from '@/components/page-header'
import { Breadcrumb } from '@/features/content/components/breadcrumb'
import { FigureFilters } from '@/features/content/components/figure-filters'
import { FigureTable } from '@/features/content/components/figure-table'
import { PageLinks } from '@/features/content/components/page-links'
import { SitePage } from '@/features/content/components/site-page'
import { inBoth, metadataOf } from '@/features/content/formats/metadata'
import { listFigureCells, listFigures } from '@/features/content/queries/figures'
import { pageNumber } from '@/features/content/rules'
import { FIGURE_FILTERS, figureFacets } from '@/features/content/rules/case-studies'
import { addressOf, chosenOf, fitting } from '@/features/content/rules/facets'
import { localized } from '@/features/content/schema/kinds'

type Props = {
  params: Promise<{ locale: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}
const path = '/case-studies/figures'
const ON_A_PAGE = 50

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'cases' })
  return metadataOf({ locale, path, title: t('figures'), description: t('figuresLede'), languages: inBoth(path) })
}

export default async function FiguresPage({ params, searchParams }: Props) {
  const [{ locale }, query] = await Promise.all([params, searchParams])
  await connection()
  const chosen = chosenOf(FIGURE_FILTERS, query)
  const order = query.sort === 'value' ? 'value' : 'newest'
  const page = pageNumber(query.page)
  const cells = await listFigureCells(locale)
  const count = fitting(cells, figureFacets, chosen).reduce((sum, cell) => sum + cell.count, 0)
  const pages = Math.max(1, Math.ceil(count / ON_A_PAGE))
  if (page > pages) notFound()
  const [t, figures] = await Promise.all([
    getTranslations({ locale, namespace: 'cases' }),
    listFigures({ locale, chosen, order }, cells, { skip: (page - 1) * ON_A_PAGE, take: ON_A_PAGE }),
  ])
  const sort = order === 'value' ? 'value' : ''
  const back = [{ href: localized('/case-studies', locale), label: t('title') }]
  return (
    <SitePage locale={locale} path={path} translations={inBoth(path)}>
      <div className="wrap">
        <PageHeader
          breadcrumb={<Breadcrumb label={t('breadcrumb')} items={back} />}
          title={t('figures')}
          lede={t('figuresLede')}
          meta={
            <>
              <span>{t('figureCount', { count })}</span>{' '}
              <a href={localized(addressOf(`${path}.csv`, chosen), locale)}>{t('csv')}</a>
            </>
          }
        />
        {cells.length > 0 && <FigureFilters cells={cells} chosen={chosen} locale={locale} />}
        {figures.length > 0 ? (
          <FigureTable
            figures={figures}
            order={order}
            orderHref={localized(addressOf(path, { ...chosen, sort: sort ? '' : 'value' }), locale)}
            locale={locale}
          />
        ) : (
          <EmptyState title={t(cells.length > 0 ? 'noFigure' : 'noFigures')} />
        )}
        <PageLinks path={addressOf(path, { ...chosen, sort })} page={page} pages={pages} locale={locale} />
      </div>
    </SitePage>
  )
}
