import { getTranslations } from 'next-intl/server'
import { formatPlainDate } from '@/lib/time-words'
import { pathOf, sentenceOf } from '../rules'
import type { Change } from '../schema'
import styles from './change-list.module.css'

/** What happened, newest first, under the months in which it did. */
export async function ChangeList({ changes, locale }: { changes: Change[]; locale: string }) {
  const t = await getTranslations({ locale, namespace: 'changes' })
  const months = [...new Set(changes.map(({ at }) => at.slice(0, 7)))]
  return months.map((month) => (
    <section key={month} className={styles.month} aria-labelledby={`m${month}`}>
      <h2 id={`m${month}`}>{monthOf(month, locale)}</h2>
      <ol className={styles.list}>
        {changes
          .filter(({ at }) => at.startsWith(month))
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

function monthOf(month: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', { year: 'numeric', month: 'long' })
  return format.format(new Date(`${month}-15T00:00:00Z`))
}

/** The heading says the month: the weekday and the day are left. */
function dayOf({ at }: Change, locale: string): string {
  const words = formatPlainDate(at.slice(0, 10), locale === 'zh' ? 'zh' : 'en')
  return words.replace(/ \d{4}$|^\d{4}年/, '')
}
