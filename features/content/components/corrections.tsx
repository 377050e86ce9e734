import { getTranslations } from 'next-intl/server'
import { formatPlainDate } from '@/lib/time-words'
import type { ArticlePage } from '../queries/articles'
import styles from './corrections.module.css'

type Props = { corrections: ArticlePage['corrections']; locale: string }

/** What was put right after publication, under the text. Printed with it. */
export async function Corrections({ corrections, locale }: Props) {
  if (corrections.length === 0) return null
  const t = await getTranslations({ locale, namespace: 'article' })
  return (
    <section id="corrections" className={styles.corrections} aria-labelledby="corrections-title">
      <h2 id="corrections-title">{t('corrections')}</h2>
      <dl>
        {corrections.map(({ on, text }) => (
          <div key={`${on} ${text}`}>
            <dt>
              <time dateTime={on}>{formatPlainDate(on, locale === 'zh' ? 'zh' : 'en')}</time>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
