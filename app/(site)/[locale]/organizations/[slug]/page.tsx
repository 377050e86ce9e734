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
import { getOrganizationText } from '@/features/content/queries/organizations'
import { OrganizationFacts } from '@/features/organizations/components/organization-facts'
import { OrganizationHead } from '@/features/organizations/components/organization-head'
import { organizationPage } from '@/features/organizations/formats/json-ld'
import { getOrganization } from '@/features/organizations/queries'
import { env } from '@/lib/env'

type Props = { params: Promise<{ locale: string; slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params
  const text = await getOrganizationText(slug)
  if (!text) return {}
  const path = `/organizations/${slug}`
  const title = (locale === 'zh' && text.nameZh) || text.title
  return metadataOf({
    locale,
    path,
    title,
    description: text.summary,
    languages: inBoth(path),
    card: { kind: 'organization', slug },
  })
}

export default async function OrganizationPage({ params }: Props) {
  const { locale, slug } = await params
  await connection()
  const [organization, text] = await Promise.all([getOrganization(slug), getOrganizationText(slug)])
  if (!organization || !text) notFound()
  const [t, articles, studies] = await Promise.all([
    getTranslations({ locale, namespace: 'organizations' }),
    listArticlesAbout({ organization: slug }, [locale, 'en']),
    listCaseStudies([locale, 'en'], { organization: slug }),
  ])
  const path = `/organizations/${slug}`
  return (
    <SitePage locale={locale} path={path} translations={inBoth(path)}>
      <JsonLd data={organizationPage(organization, text.summary, env().appUrl, locale)} />
      <div className="wrap">
        <OrganizationHead organization={organization} text={text} locale={locale} />
        <div className="with-aside">
          <SharedText text={text} path={path} locale={locale} />
          <OrganizationFacts organization={organization} locale={locale} />
        </div>
        {studies.length > 0 && (
          <Section id="studies" title={t('studies')}>
            <CaseStudyList studies={studies} locale={locale} heading="h3" />
          </Section>
        )}
        {articles.length > 0 && (
          <Section id="articles" title={t('articles')}>
            <ArticleList articles={articles} locale={locale} heading="h3" />
          </Section>
        )}
      </div>
    </SitePage>
  )
}
