import type { Metadata } from 'next'
import { connection } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/page-header'
import { SitePage } from '@/features/content/components/site-page'
import { inBoth, metadataOf } from '@/features/content/formats/metadata'
import { getSiteView } from '@/features/content/queries/chrome'
import { ask } from '@/features/search/commands/ask'
import { Results } from '@/features/search/components/results'
import { SearchField } from '@/features/search/components/search-field'
import { SearchStart } from '@/features/search/components/start'
import { listExamples } from '@/features/search/queries/examples'
import { pageBounds } from '@/features/search/queries/hits'
import { searchPath } from '@/features/search/rules/addresses'
import { readSearch } from '@/features/search/rules/params'

type Props = {
  params: Promise<{ locale: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ locale }, { text, filters }] = [await params, readSearch(await searchParams)]
  const t = await getTranslations({ locale, namespace: 'search' })
  return metadataOf({
    locale,
    path: searchPath(text, filters),
    title: text ? t('titleOf', { question: text }) : t('title'),
    description: t('lede'),
    languages: inBoth(searchPath(text, filters)),
    unlisted: text !== '',
  })
}

export default async function SearchPage({ params, searchParams }: Props) {
  const { locale } = await params
  await connection()
  const { text, filters, page } = readSearch(await searchParams)
  const answer = text ? await ask({ text, filters, locale }, pageBounds(page)) : null
  const [t, examples, site] = await Promise.all([
    getTranslations({ locale, namespace: 'search' }),
    answer ? [] : listExamples(locale),
    getSiteView(locale),
  ])
  return (
    <SitePage locale={locale} path="/search" translations={inBoth(searchPath(text, filters))}>
      <div className="wrap">
        <PageHeader title={t('title')} lede={answer ? null : t('lede')} />
        <SearchField id="search" locale={locale} look="page" value={text} />
        {answer ? (
          <Results answer={answer} text={text} filters={filters} page={page} locale={locale} />
        ) : (
          <div style={{ marginBlockStart: 'var(--space-8)' }}>
            <SearchStart locale={locale} examples={examples} places={site.navigation} isUnreadable={text !== ''} />
          </div>
        )}
      </div>
    </SitePage>
  )
}
