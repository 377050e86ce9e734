import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/card'
import { MaturityBadge } from '@/components/maturity-badge'
import { localized } from '@/features/content/schema/kinds'
import { ActivitySpark } from './activity-spark'
import styles from './project-cards.module.css'
import type { Shown } from './shown'
import { monthOf } from './words'

type Props = { shown: Shown[]; years: [number, number]; locale: string }

/** Projects with their level, their age, and how much is on record of them each year. */
export async function ProjectCards({ shown, years: [first, last], locale }: Props) {
  const [t, words] = await Promise.all([
    getTranslations({ locale, namespace: 'projects' }),
    getTranslations({ locale, namespace: 'level' }),
  ])
  return (
    <div className={`columns ${styles.cards}`}>
      {shown.map(({ project: { slug, name, tagline }, level, entered, years, activity }) => {
        const count = [...(activity?.values() ?? [])].reduce((sum, some) => sum + some, 0)
        return (
          <Card
            key={slug}
            heading="h3"
            href={localized(`/projects/${slug}`, locale)}
            kicker={<MaturityBadge level={level} label={words(level)} />}
            title={name}
            footer={
              <>
                <span title={t('accepted', { date: monthOf(entered, locale) })}>
                  {t('sinceYear', { year: entered.slice(0, 4), years })}
                </span>
                <ActivitySpark {...{ activity, first, last }} label={t('activity', { count, first, last })} />
              </>
            }
          >
            {tagline && (
              <span lang={locale === 'en' ? undefined : 'en'} className={styles.tagline}>
                {tagline}
              </span>
            )}
          </Card>
        )
      })}
    </div>
  )
}
