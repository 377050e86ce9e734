import type { Metadata } from 'next'
import { connection } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { Breadcrumb } from '@/components/breadcrumb'
import { EmptyState } from '@/components/empty-state'
import { PageHeader } from '@/components/page-header'
import { SitePage } from '@/features/content/components/site-page'
import { inBoth, metadataOf } from '@/features/content/formats/metadata'
import { localized } from '@/features/content/schema/kinds'
import { LevelsPlot } from '@/features/projects/components/levels-plot'
import { StaysPlot } from '@/features/projects/components/stays-plot'
import { listProjects } from '@/features/projects/queries'
import { dayOf, levelsOverTime, timeInLevels } from '@/features/projects/rules/history'

type Props = { params: Promise<{ locale: string }> }
const path = '/projects/timeline'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'projects' })
  const words = { title: t('timelineTitle'), description: t('timelineLede') }
  return metadataOf({ locale, path, ...words, languages: inBoth(path) })
}

export default async function TimelinePage({ params }: Props) {
  const { locale } = await params
  await connection()
  const [t, site, projects] = await Promise.all([
    getTranslations({ locale, namespace: 'projects' }),
    getTranslations({ locale, namespace: 'site' }),
    listProjects(),
  ])
  const today = dayOf(new Date())
  const counts = levelsOverTime(projects, today)
  const up = [{ href: localized('/projects', locale), label: t('title') }]
  return (
    <SitePage locale={locale} path={path} translations={inBoth(path)}>
      <div className="wrap stack" style={{ '--gap': 'var(--space-10)' }}>
        <PageHeader
          breadcrumb={<Breadcrumb label={site('breadcrumb')} items={up} />}
          title={t('timelineTitle')}
          lede={t('timelineLede')}
        />
        {counts.length === 0 ? (
          <EmptyState title={t('none')} />
        ) : (
          <>
            <div className="stack">
              <LevelsPlot counts={counts} locale={locale} />
              <a href="/projects/timeline.csv">{t('download')}</a>
            </div>
            <div className="stack">
              <StaysPlot times={timeInLevels(projects, today)} locale={locale} />
              <a href="/projects/time-in-level.csv">{t('download')}</a>
            </div>
          </>
        )}
      </div>
    </SitePage>
  )
}
