import { getTranslations } from 'next-intl/server'
import { formatPlainDate } from '@/lib/time-words'
import type { ArticlePage } from '../queries/articles'
import styles from './article-notices.module.css'

/** What a reader must know before the text: where it first stood, and that it has been corrected. */
export async function ArticleNotices({ article, locale }: { article: ArticlePage; locale: string }) {
  const { originallyPublished: first, corrections, byline } = article
  const last = corrections.at(-1)
  const isNamed = first !== null && (first.url !== undefined || byline === null)
  if (!isNamed && !last) return null
  const t = await getTranslations({ locale, namespace: 'article' })
  const day = (date: string) => formatPlainDate(date, locale === 'zh' ? 'zh' : 'en')
  const where = first?.where ? t('firstPublishedIn', { by: first.by, where: first.where }) : null
  const words = where ?? t('firstPublished', { by: first?.by ?? '' })
  const whole = first?.date ? t('firstPublishedOn', { words, date: day(first.date) }) : words
  return (
    <div className={styles.notices}>
      {isNamed && <p>{first.url ? <a href={first.url}>{whole}</a> : whole}</p>}
      {last && (
        <p>
          <a href="#corrections">{t('corrected', { date: day(last.on) })}</a>
        </p>
      )}
    </div>
  )
}
