import { SearchX } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/empty-state'
import { Pagination } from '@/components/pagination'
import { localized } from '@/lib/i18n/addresses'
import { searchPath } from '../rules/addresses'
import { type Answer, type Filters, MOST_HITS, ON_A_PAGE } from '../schema'
import { FacetLinks } from './facet-links'
import { HitList } from './hit-list'
import styles from './results.module.css'

type Props = { answer: Answer; text: string; filters: Filters; page: number; locale: string }

/** The answer to a question: how much there is, what narrows it, and one page of it. */
export async function Results({ answer, text, filters, page, locale }: Props) {
  const t = await getTranslations({ locale, namespace: 'search' })
  const { total, hits, facets } = answer
  const pages = Math.ceil(Math.min(total, MOST_HITS) / ON_A_PAGE)
  const hrefOf = (number: number) => {
    const path = localized(searchPath(text, filters), locale)
    return number > 1 ? `${path}&page=${number}` : path
  }
  const words = { label: t('pages.label'), previous: t('pages.previous'), next: t('pages.next'), page: t('pages.page') }
  const isFiltered = Object.keys(filters).length > 0
  return (
    <div className={styles.results}>
      <FacetLinks text={text} facets={facets} filters={filters} locale={locale} />
      <section className={styles.found} aria-labelledby="found">
        <p id="found" className={styles.count}>
          {t.rich('resultsFor', { count: total, question: text, q: (chunks) => <bdi>“{chunks}”</bdi> })}
        </p>
        <HowFound answer={answer} text={text} filters={filters} locale={locale} />
        {hits.length > 0 ? (
          <HitList hits={hits} locale={locale} skip={(page - 1) * ON_A_PAGE} />
        ) : (
          <EmptyState icon={SearchX} title={t('nothing')}>
            <p>{t(isFiltered ? 'nothingFiltered' : 'nothingHint')}</p>
          </EmptyState>
        )}
        {total > MOST_HITS && page === pages && <p className={styles.note}>{t('best', { count: MOST_HITS })}</p>}
        <Pagination page={page} pages={pages} hrefOf={hrefOf} words={words} />
      </section>
    </div>
  )
}

/** Says where the answer is to another question than was asked, and what else may have been meant. */
async function HowFound({ answer, text, filters, locale }: Omit<Props, 'page'>) {
  const t = await getTranslations({ locale, namespace: 'search' })
  const { how, suggestion, total } = answer
  const parts = {
    question: text,
    suggestion: suggestion ?? '',
    q: (chunks: React.ReactNode) => <bdi>“{chunks}”</bdi>,
    a: (chunks: React.ReactNode) => <a href={localized(searchPath(suggestion ?? '', filters), locale)}>{chunks}</a>,
  }
  if (how === 'corrected') return <p className={styles.note}>{t.rich('corrected', parts)}</p>
  if (how === 'some' && total > 0) return <p className={styles.note}>{t('some')}</p>
  return suggestion ? <p className={styles.note}>{t.rich('didYouMean', parts)}</p> : null
}
