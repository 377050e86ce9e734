import { getTranslations } from 'next-intl/server'
import type { CaseStudyPage } from '../queries/case-studies'
import styles from './case-parts.module.css'

/** Challenge, solution and impact in a sentence each, which lead to their parts of the text. */
export async function CaseParts({ study, locale }: { study: CaseStudyPage; locale: string }) {
  const t = await getTranslations({ locale, namespace: 'cases' })
  return (
    <dl className={styles.parts} data-count={study.parts.length}>
      {study.parts.map(({ part, sentence, id }) => (
        <div key={part}>
          <dt>{id ? <a href={`#${id}`}>{t(part)}</a> : t(part)}</dt>
          <dd>{sentence}</dd>
        </div>
      ))}
    </dl>
  )
}
