import { Card } from '@/components/card'
import type { CaseStudyLine } from '../queries/case-studies'
import { localized } from '../schema/kinds'
import styles from './case-study-list.module.css'

type Props = { studies: CaseStudyLine[]; locale: string; heading?: 'h2' | 'h3' }

/** Case studies, each with its first figure. */
export function CaseStudyList({ studies, locale, heading = 'h2' }: Props) {
  return (
    <div className="columns" style={{ '--column': '24rem' }}>
      {studies.map((study) => {
        const [figure] = study.figures
        return (
          <div key={study.slug} lang={study.locale === locale ? undefined : study.locale}>
            <Card
              heading={heading}
              href={localized(`/case-studies/${study.slug}`, study.locale)}
              hrefLang={study.locale === locale ? undefined : study.locale}
              kicker={[study.organization?.name, study.industry].filter(Boolean).join(' · ')}
              title={study.title}
              footer={study.projects.map(({ slug, name }) => (
                <a key={slug} href={localized(`/projects/${slug}`, locale)}>
                  {name}
                </a>
              ))}
            >
              {study.summary}
              {!figure && study.impact && <span className={styles.impact}>{study.impact}</span>}
              {figure && (
                <span className={styles.figure}>
                  <span className={styles.number}>
                    {new Intl.NumberFormat(locale).format(figure.value)}
                    {figure.unit === '%' ? '%' : ` ${figure.unit}`}
                  </span>{' '}
                  {figure.label}
                </span>
              )}
            </Card>
          </div>
        )
      })}
    </div>
  )
}
