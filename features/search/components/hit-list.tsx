import { getTranslations } from 'next-intl/server'
import { hitPath } from '../rules/addresses'
import type { Hit, Piece } from '../schema'
import styles from './results.module.css'

/** What was found, the best first, each with what it is and why it is here. */
export async function HitList({ hits, locale, skip }: { hits: Hit[]; locale: string; skip: number }) {
  const t = await getTranslations({ locale, namespace: 'search' })
  return (
    <ol className={styles.hits} start={skip + 1}>
      {hits.map((hit) => {
        const foreign = hit.locale && hit.locale !== locale ? { lang: hit.locale } : {}
        return (
          <li key={`${hit.kind} ${hit.locale} ${hit.path}`} className={styles.hit}>
            <p className={styles.side}>
              <span className={styles.kind}>{t(`kinds.${hit.kind}`)}</span>
              {hit.date && <time dateTime={hit.date}>{hit.date.slice(0, 4)}</time>}
            </p>
            <div className={styles.words} {...foreign}>
              <h2 className={styles.title} dir="auto">
                <a href={hitPath(hit, locale)} {...(foreign.lang ? { hrefLang: foreign.lang } : {})}>
                  <Marked pieces={hit.title} />
                </a>
              </h2>
              {hit.extract.length > 0 && (
                <p className={styles.extract} dir="auto">
                  <Marked pieces={hit.extract} />
                </p>
              )}
            </div>
          </li>
        )
      })}
    </ol>
  )
}

function Marked({ pieces }: { pieces: Piece[] }) {
  return pieces.map(({ text, mark }, at) => (mark ? <mark key={at}>{text}</mark> : text))
}
