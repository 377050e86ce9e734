import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { connection } from 'next/server'
import { JsonLd } from '@/components/json-ld'
import { SitePage } from '@/features/content/components/site-page'
import { inBoth, metadataOf } from '@/features/content/formats/metadata'
import { localized } from '@/features/content/schema/kinds'
import { PersonFacts } from '@/features/people/components/person-facts'
import { PersonHead } from '@/features/people/components/person-head'
import { PersonRoles } from '@/features/people/components/person-roles'
import { profilePage } from '@/features/people/formats/json-ld'
import { getPerson } from '@/features/people/queries'
import { getSlugNow } from '@/features/people/queries/slugs'
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
  if (!person) {
    const now = await getSlugNow(slug)
    if (now && (await getPerson(now, locale))) permanentRedirect(localized(`/people/${now}`, locale))
    notFound()
  }
  const path = `/people/${slug}`
  return (
    <SitePage locale={locale} path={path} translations={inBoth(path)}>
      <JsonLd data={profilePage(person, env().appUrl, locale)} />
      <div className="wrap">
        <PersonHead person={person} locale={locale} />
        <div className="with-aside">
          <PersonRoles person={person} locale={locale} />
          <PersonFacts person={person} locale={locale} />
        </div>
      </div>
    </SitePage>
  )
}
