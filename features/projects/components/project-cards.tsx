import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/card'
import { EmptyState } from '@/components/empty-state'
import { MaturityBadge } from '@/components/maturity-badge'
import { localized } from '@/features/content/schema/kinds'
import type { ProjectLine } from '../queries'
import { levelOn } from '../rules'

type Props = { projects: ProjectLine[]; today: string; locale: string }

/** Projects with their level, since when, and how much has been written about them. */
export async function ProjectCards({ projects, today, locale }: Props) {
  const [t, words] = await Promise.all([
    getTranslations({ locale, namespace: 'projects' }),
    getTranslations({ locale, namespace: 'level' }),
  ])
  if (projects.length === 0) return <EmptyState title={t('empty')} />
  const month = (day: string) =>
    new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', {
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    }).format(new Date(day))
  return (
    <div className="columns">
      {projects.map(({ slug, name, tagline, moves, articles }) => {
        const level = levelOn(moves, today)
        const [entry] = moves
        return (
          <Card
            key={slug}
            heading="h2"
            href={localized(`/projects/${slug}`, locale)}
            kicker={level && <MaturityBadge level={level} label={words(level)} />}
            title={name}
            footer={
              <>
                {entry && <span>{t('accepted', { date: month(entry.on) })}</span>}
                <span>{t('articles', { count: articles })}</span>
              </>
            }
          >
            <span lang={locale === 'en' ? undefined : 'en'}>{tagline}</span>
          </Card>
        )
      })}
    </div>
  )
}
