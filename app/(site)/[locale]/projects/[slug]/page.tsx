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
import { Checklist } from '@/features/projects/components/checklist'
import { LevelLine } from '@/features/projects/components/level-line'
import { ProjectFacts } from '@/features/projects/components/project-facts'
import { ProjectHead } from '@/features/projects/components/project-head'
import { Audits, Calls, LandscapeText, Talks } from '@/features/projects/components/project-sections'
import { softwareSourceCode } from '@/features/projects/formats/json-ld'
import { getProject } from '@/features/projects/queries'
import { listEventsNamedWith, listTalksOnProject } from '@/features/projects/queries/talks'
import { talkNames } from '@/features/projects/rules/alias'
import { dayOf } from '@/features/projects/rules/history'
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
  const now = new Date()
  const today = dayOf(now)
  const [t, text, articles, studies, talks, events] = await Promise.all([
    getTranslations({ locale, namespace: 'projects' }),
    getText('project', 'en', slug),
    listArticlesAbout({ project: slug }, [locale, 'en']),
    listCaseStudies([locale, 'en'], { project: slug }),
    listTalksOnProject(talkNames(project)),
    listEventsNamedWith(project.id, now),
  ])
  const path = `/projects/${slug}`
  return (
    <SitePage locale={locale} path={path} translations={inBoth(path)}>
      <JsonLd data={softwareSourceCode(project, env().appUrl, locale)} />
      <div className="wrap">
        <ProjectHead project={project} locale={locale} />
        <LevelLine moves={project.moves} today={today} locale={locale} />
        <div className="with-aside">
          <div>
            {text ? (
              <SharedText text={text} path={path} locale={locale} />
            ) : (
              <LandscapeText project={project} locale={locale} />
            )}
            <Checklist project={project} today={today} locale={locale} />
            <Audits project={project} locale={locale} />
          </div>
          <ProjectFacts project={project} locale={locale} />
        </div>
        <Calls events={events} now={now} locale={locale} />
        {studies.length > 0 && (
          <Section id="studies" title={t('adopters')}>
            <CaseStudyList studies={studies} locale={locale} heading="h3" />
          </Section>
        )}
        <Talks talks={talks} locale={locale} />
        {articles.length > 0 && (
          <Section id="written" title={t('written')}>
            <ArticleList articles={articles} locale={locale} heading="h3" />
          </Section>
        )}
      </div>
    </SitePage>
  )
}
