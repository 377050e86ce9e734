import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { connection } from 'next/server'
import { SitePage } from '@/features/content/components/site-page'
import { inBoth, metadataOf } from '@/features/content/formats/metadata'
import { listPublicAnswers } from '@/features/proposals/queries/answers'
import { SessionJsonLd } from '@/features/schedule/components/session-json-ld'
import { SessionPage } from '@/features/schedule/components/session-page'
import { programmeOf } from '@/features/schedule/formats/programme'
import { getReleasedSchedule } from '@/features/schedule/queries/released'
import { localized } from '@/lib/i18n/addresses'
import { siteParams } from '@/lib/i18n/params'

type Props = { params: Promise<{ locale: string; event: string; code: string }> }

/** A code is read without regard to case. */
async function getSession(slug: string, code: string) {
  const schedule = await getReleasedSchedule(slug)
  const listings = schedule ? programmeOf(schedule).listings : []
  const given = listings.filter(({ slot }) => slot.session.code === code.toUpperCase())
  const [listing] = given
  return schedule && listing ? { event: schedule.event, listing, given } : null
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, event: slug, code } = await siteParams(params)
  const session = await getSession(slug, code)
  if (!session) return {}
  const { title, abstract } = session.listing
  const path = `/events/${slug}/sessions/${code.toUpperCase()}`
  const card = { kind: 'session', slug: `${slug}/${code}` } as const
  return metadataOf({ locale, path, title, description: abstract.slice(0, 200), languages: inBoth(path), card })
}

export default async function SessionRoute({ params }: Props) {
  await connection()
  const { locale, event: slug, code } = await siteParams(params)
  const session = await getSession(slug, code)
  if (!session) notFound()
  const path = `/events/${slug}/sessions/${code.toUpperCase()}`
  if (code !== code.toUpperCase()) permanentRedirect(localized(path, locale))
  return (
    <SitePage locale={locale} path={path} translations={inBoth(path)}>
      <SessionPage {...session} answers={await listPublicAnswers(slug, code)} locale={locale} />
      <SessionJsonLd {...session} />
    </SitePage>
  )
}
