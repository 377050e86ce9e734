import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/empty-state'
import { TabLinks } from '@/components/tab-links'
import { localized } from '@/features/content/schema/kinds'
import type { ProjectLine } from '../queries'
import { levelsOverTime, startOf } from '../rules/history'
import { askedOf, select, VIEWS } from '../rules/view'
import { DaySlider } from './day-slider'
import { LevelFilter } from './level-filter'
import { ListForm } from './list-form'
import { ProjectCards } from './project-cards'
import { ProjectLandscape } from './project-landscape'
import styles from './project-list.module.css'
import { ProjectTable } from './project-table'
import { shownOn } from './shown'
import { listAddress, longDay } from './words'

interface Props {
  projects: ProjectLine[]
  activity: Map<string, Map<number, number>>
  parameters: Record<string, string | string[] | undefined>
  today: string
  locale: string
}

/** All projects, searched, filtered and sorted by their address, on any day. A script exchanges its parts in place. */
export async function ProjectList({ projects, activity, parameters, today, locale }: Props) {
  const t = await getTranslations({ locale, namespace: 'projects' })
  const start = startOf(projects)
  if (start === null || start > today) return <EmptyState title={t('none')} />
  const asked = askedOf(parameters, { start, today })
  const day = asked.on ?? today
  const { shown: found, counts, found: all } = select(projects, asked, today)
  const shown = shownOn(found, day, activity)
  const years: [number, number] = [Number(start.slice(0, 4)), Number(day.slice(0, 4))]
  const caption = t('shown', { count: shown.length, date: longDay(day, locale) })
  return (
    <live-list>
      <ListForm categories={projects.map(({ category }) => category)} asked={asked} locale={locale} />
      <DaySlider counts={levelsOverTime(projects, today)} {...{ asked, start, today, locale }} />
      <div className={styles.bar}>
        <LevelFilter {...{ counts, asked, locale }} found={all} />
        <div data-region="views">
          <TabLinks
            label={t('view')}
            links={VIEWS.map((view) => ({
              href: listAddress(locale, asked, { view }),
              label: t(`views.${view}`),
              current: asked.view === view,
            }))}
          />
        </div>
      </div>
      <h2 className="visually-hidden" data-region="caption" aria-live="polite">
        {caption}
      </h2>
      <div data-region="list" className={styles.list}>
        {shown.length === 0 && (
          <EmptyState title={t('empty')} actions={<a href={localized('/projects', locale)}>{t('showAll')}</a>} />
        )}
        {asked.view === 'cards' && <ProjectCards {...{ shown, years, locale }} />}
        {asked.view === 'table' && shown.length > 0 && <ProjectTable {...{ shown, asked, caption, locale }} />}
        {asked.view === 'landscape' && <ProjectLandscape {...{ shown, locale }} />}
      </div>
      <p className={styles.data}>
        {t('data')} <a href="/projects.json">JSON</a>, <a href="/projects.csv">CSV</a>
      </p>
    </live-list>
  )
}
