import type { Metadata } from 'next'
import { connection } from 'next/server'
import { JsonLd } from '@/components/json-ld'
import { PageHeader } from '@/components/page-header'
import { FrontArticles } from '@/features/content/components/front-articles'
import { FrontCalls } from '@/features/content/components/front-calls'
import { FrontFigures } from '@/features/content/components/front-figures'
import { FrontStudies } from '@/features/content/components/front-studies'
import { SitePage } from '@/features/content/components/site-page'
import { webSite } from '@/features/content/formats/json-ld'
import { inBoth, metadataOf } from '@/features/content/formats/metadata'
import { getSiteView } from '@/features/content/queries/chrome'
import { getPublisher } from '@/features/content/queries/publisher'
import { listOpenCalls } from '@/features/events/queries'
import { countOrganizations } from '@/features/organizations/queries'
import { RecentMoves } from '@/features/projects/components/recent-moves'
import { listProjects } from '@/features/projects/queries'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const { name, description } = await getSiteView(locale)
  return {
    ...metadataOf({ locale, path: '/', title: name, description, languages: inBoth('/') }),
    title: { absolute: name },
  }
}

export default async function FrontPage({ params }: Props) {
  const { locale } = await params
  await connection()
  const now = new Date()
  const [site, calls, projects, organizations] = await Promise.all([
    getSiteView(locale),
    listOpenCalls(now),
    listProjects(),
    countOrganizations(),
  ])
  return (
    <SitePage locale={locale} path="/" translations={inBoth('/')}>
      <JsonLd data={webSite(await getPublisher(locale), locale)} />
      <div className="wrap">
        <PageHeader title={site.tagline} lede={site.description} />
        <FrontCalls events={calls} locale={locale} now={now} />
        <FrontArticles locale={locale} />
        <FrontFigures projects={projects} organizations={organizations} locale={locale} />
        <RecentMoves projects={projects} locale={locale} />
        <FrontStudies locale={locale} />
      </div>
    </SitePage>
  )
}
