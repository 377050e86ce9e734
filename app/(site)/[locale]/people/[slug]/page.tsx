import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { connection } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { Avatar } from '@/components/avatar'
import { JsonLd } from '@/components/json-ld'
import { PageHeader } from '@/components/page-header'
import { SitePage } from '@/features/content/components/site-page'
import { inBoth, metadataOf } from '@/features/content/formats/metadata'
import { PersonRoles } from '@/features/people/components/person-roles'
import { profilePage } from '@/features/people/formats/json-ld'
import { getPerson } from '@/features/people/queries'
import { env } from '@/lib/env'

type Props = { params: Promise<{ locale: string; slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params
  const person = await getPerson(slug, locale)
  const path = `/people/${slug}`
  return person
    ? metadataOf({ locale, path, title: person.name, languages: inBoth(path), card: { kind: 'person', slug } })
    : {}
}

export default async function PersonPage({ params }: Props) {
  const { locale, slug } = await params
  await connection()
  const person = await getPerson(slug, locale)
  if (!person) notFound()
  const t = await getTranslations({ locale, namespace: 'people' })
  const path = `/people/${slug}`
  return (
    <SitePage locale={locale} path={path} translations={inBoth(path)}>
      <JsonLd data={profilePage(person, env().appUrl, locale)} />
      <div className="wrap">
        <PageHeader
          breadcrumb={<Avatar name={person.name} size={64} />}
          kicker={t('kicker')}
          title={person.name}
          lede={person.bio}
          meta={person.affiliation}
        />
        <PersonRoles person={person} locale={locale} />
      </div>
    </SitePage>
  )
}
