import { Circle, CircleCheck } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { Icon } from '@/components/icon'
import { Section } from '@/features/content/components/section'
import { getCriteria } from '@/features/content/queries/site'
import { localized } from '@/features/content/schema/kinds'
import type { ProjectPage } from '../queries'
import { evidenceFor } from '../rules/criteria'
import { nextLevel } from '../rules/history'
import styles from './checklist.module.css'

type Props = { project: ProjectPage; today: string; locale: string }

/** What the next level asks for, and what of it is on record as met. */
export async function Checklist({ project, today, locale }: Props) {
  const level = nextLevel(project.moves, today)
  const criteria = level ? getCriteria(level, locale) : []
  if (!level || criteria.length === 0) return null
  const [t, words] = await Promise.all([
    getTranslations({ locale, namespace: 'projects' }),
    getTranslations({ locale, namespace: 'level' }),
  ])
  const shown = evidenceFor(criteria, project.details)
  const met = criteria.filter(({ slug }) => shown.has(slug)).length
  return (
    <Section
      id="checklist"
      title={t('checklist', { level: words(level) })}
      aside={
        <a href={`/${level}`} hrefLang={locale === 'en' ? undefined : 'en'}>
          {t('checklistMore')}
        </a>
      }
    >
      <p className={styles.sum}>{t('checklistNote', { met, total: criteria.length })}</p>
      <ul className={styles.list}>
        {criteria.map(({ slug, text }) => {
          const entry = shown.get(slug)
          const word = entry ? t(entry.evidence ? 'metWith' : 'met') : t('notYet')
          return (
            <li key={slug} data-met={entry ? '' : undefined}>
              <Icon of={entry ? CircleCheck : Circle} size={18} />
              <div>
                <p>{text}</p>
                <p className={styles.state}>
                  {word}
                  {entry?.note && <span lang={locale === 'en' ? undefined : 'en'}>: {entry.note}</span>}
                  {entry?.evidence && (
                    <>
                      {' · '}
                      <a href={linkOf(entry.evidence, locale)}>{t('evidence')}</a>
                    </>
                  )}
                </p>
              </div>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

function linkOf(evidence: string, locale: string): string {
  return /^\/(?:projects|people|organizations|events)\//.test(evidence) ? localized(evidence, locale) : evidence
}
