import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { CaseStudyPage } from '../queries/case-studies'
import { localized } from '../schema/kinds'
import { TextDate } from './article-meta'
import styles from './facts.module.css'

/** The facts of a case study in the margin: what is not known is left out, but for its day. */
export async function CaseFacts({ study, locale }: { study: CaseStudyPage; locale: string }) {
  const [t, words] = await Promise.all([
    getTranslations({ locale, namespace: 'cases' }),
    getTranslations({ locale, namespace: 'text' }),
  ])
  const { organization, projects, challenges, country, industry, industryKey, size, cloud, date } = study
  const others = (filter: string, value: string, label: ReactNode) => (
    <a key={value} href={`${localized('/case-studies', locale)}?${new URLSearchParams({ [filter]: value })}`}>
      {label}
    </a>
  )
  const region = country && new Intl.DisplayNames(locale, { type: 'region' }).of(country)
  const rows: [string, ReactNode][] = [
    [
      t('organization'),
      organization && <a href={localized(`/organizations/${organization.slug}`, locale)}>{organization.name}</a>,
    ],
    [t('industry'), others('industry', industryKey, industry)],
    [
      t('challenge'),
      challenges.length > 0 && challenges.map((one) => others('challenge', one, t(`challenges.${one}`))),
    ],
    [t('country'), country && others('country', country.toLowerCase(), region)],
    [t('size'), size],
    [t('cloud'), cloud],
    [
      t('projects'),
      projects.map(({ slug, name }) => (
        <a key={slug} href={localized(`/projects/${slug}`, locale)}>
          {name}
        </a>
      )),
    ],
    [t('date'), <TextDate key="date" date={date} locale={locale} words={words} />],
  ]
  return (
    <aside aria-label={t('facts')}>
      <dl className={styles.facts}>
        {rows.map(
          ([label, value]) =>
            value && (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </aside>
  )
}
