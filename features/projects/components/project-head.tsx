import { getTranslations } from 'next-intl/server'
import { MaturityBadge } from '@/components/maturity-badge'
import { PageHeader } from '@/components/page-header'
import { Breadcrumb } from '@/features/content/components/breadcrumb'
import { localized } from '@/features/content/schema/kinds'
import type { ProjectPage } from '../queries'
import { levelOn } from '../rules'

export async function ProjectHead({ project, locale }: { project: ProjectPage; locale: string }) {
  const [t, words, site] = await Promise.all([
    getTranslations({ locale, namespace: 'projects' }),
    getTranslations({ locale, namespace: 'level' }),
    getTranslations({ locale, namespace: 'site' }),
  ])
  const level = levelOn(project.moves, new Date().toISOString().slice(0, 10))
  return (
    <PageHeader
      breadcrumb={
        <Breadcrumb label={site('breadcrumb')} items={[{ href: localized('/projects', locale), label: t('title') }]} />
      }
      title={project.name}
      lede={project.tagline && <span lang={locale === 'en' ? undefined : 'en'}>{project.tagline}</span>}
      meta={
        <>
          {level && <MaturityBadge level={level} label={words(level)} />}
          {project.homepage && <a href={project.homepage}>{t('website')}</a>}
          {project.repository && <a href={project.repository}>{t('repository')}</a>}
        </>
      }
    />
  )
}
