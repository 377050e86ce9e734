import { getTranslations } from 'next-intl/server'
import { MaturityShape } from '@/components/maturity-badge'
import { SectionHead } from '@/components/page-header'
import { Timeline } from '@/components/timeline'
import { localized } from '@/features/content/schema/kinds'
import { formatPlainDate } from '@/lib/time-words'
import type { ProjectLine } from '../queries'

const SHOWN = 5

/** The last moves of all projects, the latest first. */
export async function RecentMoves({ projects, locale }: { projects: ProjectLine[]; locale: string }) {
  const [t, level] = await Promise.all([
    getTranslations({ locale, namespace: 'front' }),
    getTranslations({ locale, namespace: 'level' }),
  ])
  const moves = projects
    .flatMap(({ slug, name, moves }) => moves.map((move) => ({ ...move, slug, name })))
    .sort((a, b) => (a.on > b.on ? -1 : 1))
    .slice(0, SHOWN)
  if (moves.length === 0) return null
  return (
    <section aria-labelledby="moved">
      <SectionHead
        id="moved"
        title={t('moved')}
        aside={<a href={localized('/projects', locale)}>{t('allProjects')}</a>}
      />
      <Timeline
        moments={moves.map((move) => ({
          date: formatPlainDate(move.on, locale === 'zh' ? 'zh' : 'en'),
          dateTime: move.on,
          mark: <MaturityShape level={move.level} />,
          title: (
            <a href={localized(`/projects/${move.slug}`, locale)}>
              {t('movedTo', { project: move.name, level: level(move.level).toLocaleLowerCase() })}
            </a>
          ),
        }))}
      />
    </section>
  )
}
