import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { connection } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { JsonLd } from '@/components/json-ld'
import { ArticleList } from '@/features/content/components/article-list'
import { CaseStudyList } from '@/features/content/components/case-study-list'
import { Section } from '@/features/content/components/section'
import { SharedText } from '@/features/content/components/shared-text'
import { SitePage } from '@/features/content/components/site-page'
import { inBoth, metadataOf } from '@/features/content/formats/metadata'
import { listArticlesAbout } from '@/features/content/queries/articles'
import { listCaseStudies } from '@/features/content/queries/case-studies'
import { getText } from '@/features/content/queries/texts'
import { ProjectFacts } from '@/features/projects/components/project-facts'
import { ProjectHead } from '@/features/projects/components/project-head'
import { softwareSourceCode } from '@/features/projects/formats/json-ld'
import { getProject } from '@/features/projects/queries'
import { env } from '@/lib/env'

type Props = { params: Promise<{ locale: string; slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params
  const project = await getProject(slug)
  if (!project) return {}
  const path = `/projects/${slug}`
  const words = { title: project.name, description: project.tagline }
  return metadataOf({ locale, path, ...words, languages: inBoth(path), feed: path, card: { kind: 'project', slug } })
}

export default async function ProjectPage({ params }: Props) {
  const { locale, slug } = await params
  await connection()
  const project = await getProject(slug)
  if (!project) notFound()
  const [t, text, articles, studies] = await Promise.all([
    getTranslations({ locale, namespace: 'projects' }),
    getText('project', 'en', slug),
    listArticlesAbout({ project: slug }, [locale, 'en']),
    listCaseStudies([locale, 'en'], { project: slug }),
  ])
  const path = `/projects/${slug}`
  return (
    <SitePage locale={locale} path={path} translations={inBoth(path)}>
      <JsonLd data={softwareSourceCode(project, env().appUrl, locale)} />
      <div className="wrap">
        <ProjectHead project={project} locale={locale} />
        <div className="with-aside">
          <div>{text && <SharedText text={text} path={path} locale={locale} />}</div>
          <ProjectFacts project={project} locale={locale} />
        </div>
        {articles.length > 0 && (
          <Section id="written" title={t('written')}>
            <ArticleList articles={articles} locale={locale} heading="h3" />
          </Section>
        )}
        {studies.length > 0 && (
          <Section id="studies" title={t('studies')}>
            <CaseStudyList studies={studies} locale={locale} heading="h3" />
          </Section>
        )}
      </div>
    </SitePage>
  )
}
