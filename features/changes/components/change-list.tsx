import { getTranslations } from 'next-intl/server'
import { formatPlainDate } from '@/lib/time-words'
import { pathOf, sentenceOf } from '../rules'
import type { Change } from '../schema'
import styles from './change-list.module.css'

/** What happened, newest first, under the years in which it did. */
export async function ChangeList({ changes, locale }: { changes: Change[]; locale: string }) {
  const t = await getTranslations({ locale, namespace: 'changes' })
  const years = [...new Set(changes.map(({ at }) => at.slice(0, 4)))]
  return years.map((year) => (
    <section key={year} className={styles.year} aria-labelledby={`y${year}`}>
      <h2 id={`y${year}`}>{locale === 'zh' ? `${year}年` : year}</h2>
      <ol className={styles.list}>
        {changes
          .filter(({ at }) => at.startsWith(year))
          .map((change) => (
            <li key={change.id}>
              <time dateTime={change.day ? change.at.slice(0, 10) : change.at}>{dayOf(change, locale)}</time>
              <div>
                <p className={styles.sentence}>
                  <a href={pathOf(change, locale)}>{sentenceOf(change, t)}</a>
                </p>
                {change.kind === 'correction' && (
                  <p
                    className={styles.note}
                    lang={change.article.locale === locale ? undefined : change.article.locale}
                  >
                    {change.text}
                  </p>
                )}
              </div>
              <span className={styles.kind}>{t(`kind.${change.kind}`)}</span>
            </li>
          ))}
      </ol>
    </section>
  ))
}

/** The heading says the year. */
function dayOf({ at }: Change, locale: string): string {
  const words = formatPlainDate(at.slice(0, 10), locale === 'zh' ? 'zh' : 'en')
  return words.replace(/ \d{4}$|^\d{4}年/, '')
}
