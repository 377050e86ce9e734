import type { Metadata } from 'next'
import { connection } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/page-header'
import { SitePage } from '@/features/content/components/site-page'
import { inBoth, metadataOf } from '@/features/content/formats/metadata'
import { localized } from '@/features/content/schema/kinds'
import { ProjectList } from '@/features/projects/components/project-list'
import { listActivity, listProjects } from '@/features/projects/queries'
import { dayOf } from '@/features/projects/rules/history'

type Props = {
  params: Promise<{ locale: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}
const path = '/projects'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: 'projects' })
  return metadataOf({ locale, path, title: t('title'), description: t('lede'), languages: inBoth(path) })
}

export default async function ProjectsPage({ params, searchParams }: Props) {
  const { locale } = await params
  await connection()
  const [t, projects, activity, parameters] = await Promise.all([
    getTranslations({ locale, namespace: 'projects' }),
    listProjects(),
    listActivity(),
    searchParams,
  ])
  return (
    <SitePage locale={locale} path={path} translations={inBoth(path)}>
      <div className="wrap">
        <PageHeader
          title={t('title')}
          lede={t('lede')}
          meta={<a href={localized('/projects/timeline', locale)}>{t('timeline')}</a>}
        />
        <ProjectList {...{ projects, activity, parameters, locale }} today={dayOf(new Date())} />
      </div>
    </SitePage>
  )
}
