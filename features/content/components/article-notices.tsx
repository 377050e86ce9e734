import { getTranslations } from 'next-intl/server'
import { formatPlainDate } from '@/lib/time-words'
import { firstPublished } from '../formats/first-published'
import type { ArticlePage } from '../queries/articles'
import styles from './article-notices.module.css'
import type { Words } from './drawing'

type Props = { article: ArticlePage; locale: string; words: Words }

/** What a reader must know before the text: where it first stood, and that it has been corrected. */
export async function ArticleNotices({ article, locale, words }: Props) {
  const first = firstPublished(article, words, locale)
  const last = article.corrections.at(-1)
  if (!first && !last) return null
  const t = await getTranslations({ locale, namespace: 'article' })
  return (
    <div className={styles.notices}>
      {first && <p>{first.href ? <a href={first.href}>{first.sentence}</a> : first.sentence}</p>}
      {last && (
        <p>
          <a href="#corrections">{t('corrected', { date: formatPlainDate(last.on, locale === 'zh' ? 'zh' : 'en') })}</a>
        </p>
      )}
    </div>
  )
}
