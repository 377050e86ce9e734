import type { Metadata } from 'next'
import { connection } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/page-header'
import { SitePage } from '@/features/content/components/site-page'
import { inBoth, metadataOf } from '@/features/content/formats/metadata'
import { LevelFilter } from '@/features/projects/components/level-filter'
import { ProjectCards } from '@/features/projects/components/project-cards'
import { listProjects } from '@/features/projects/queries'
import { atLevel, levelNamed } from '@/features/projects/rules'

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<{ level?: string | string[] }> }
const path = '/projects'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'projects' })
  return metadataOf({ locale, path, title: t('title'), description: t('lede'), languages: inBoth(path) })
}

export default async function ProjectsPage({ params, searchParams }: Props) {
  const { locale } = await params
  await connection()
  const level = levelNamed((await searchParams).level)
  const [t, projects] = await Promise.all([getTranslations({ locale, namespace: 'projects' }), listProjects()])
  const today = new Date().toISOString().slice(0, 10)
  return (
    <SitePage locale={locale} path={path} translations={inBoth(path)}>
      <div className="wrap">
        <PageHeader title={t('title')} lede={t('lede')} />
        <LevelFilter projects={projects} today={today} level={level} locale={locale} />
        <ProjectCards projects={atLevel(projects, level, today)} today={today} locale={locale} />
      </div>
    </SitePage>
  )
}
