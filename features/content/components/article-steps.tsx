import { getTranslations } from 'next-intl/server'
import type { Neighbours, Step } from '../queries/series'
import { ArticleLink } from './article-link'
import styles from './article-steps.module.css'

type Props = { neighbours: Neighbours; locale: string }

/** The article before and the article after. */
export async function ArticleSteps({ neighbours: { earlier, later }, locale }: Props) {
  if (!earlier && !later) return null
  const t = await getTranslations({ locale, namespace: 'article.steps' })
  const step = (to: (Step & { inSeries: boolean }) | null, way: 'earlier' | 'later') =>
    to && (
      <p className={styles[way]}>
        <span>{t(to.inSeries ? `${way}InSeries` : way)}</span>
        <ArticleLink to={to} locale={locale} rel={way === 'earlier' ? 'prev' : 'next'} />
      </p>
    )
  return (
    <nav className={styles.steps} aria-label={t('label')}>
      {step(earlier, 'earlier')}
      {step(later, 'later')}
    </nav>
  )
}
