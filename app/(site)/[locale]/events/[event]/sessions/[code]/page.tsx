import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { connection } from 'next/server'
import { SessionJsonLd } from '@/features/schedule/components/session-json-ld'
import { SessionPage } from '@/features/schedule/components/session-page'
import { programmeOf } from '@/features/schedule/formats/programme'
import { getReleasedSchedule } from '@/features/schedule/queries/released'
import { alternates, localized } from '@/lib/i18n/addresses'
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
  return {
    title,
    description: abstract.slice(0, 200),
    alternates: alternates(`/events/${slug}/sessions/${code.toUpperCase()}`, locale),
  }
}

export default async function SessionRoute({ params }: Props) {
  await connection()
  const { locale, event: slug, code } = await siteParams(params)
  const session = await getSession(slug, code)
  if (!session) notFound()
  if (code !== code.toUpperCase()) {
    permanentRedirect(localized(`/events/${slug}/sessions/${code.toUpperCase()}`, locale))
  }
  return (
    <>
      <SessionPage {...session} locale={locale} />
      <SessionJsonLd {...session} />
    </>
  )
}
