import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { connection } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { SitePage } from '@/features/content/components/site-page'
import { inBoth, metadataOf } from '@/features/content/formats/metadata'
import { PublicSchedule } from '@/features/schedule/components/public-schedule'
import { programmeOf } from '@/features/schedule/formats/programme'
import { getReleasedSchedule } from '@/features/schedule/queries/released'
import { chosenIn } from '@/features/schedule/rules'
import { siteParams } from '@/lib/i18n/params'

type Props = {
  params: Promise<{ locale: string; event: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, event: slug } = await siteParams(params)
  const schedule = await getReleasedSchedule(slug)
  if (!schedule) return {}
  const t = await getTranslations({ locale, namespace: 'schedule' })
  const path = `/events/${slug}/schedule`
  const types = { 'text/calendar': `${path}.ics`, 'application/vnd.c3voc.schedule+xml': `${path}.xml` }
  const title = t('titleOf', { name: schedule.event.name })
  const metadata = metadataOf({ locale, path, title, languages: inBoth(path), card: { kind: 'event', slug } })
  return { ...metadata, alternates: { ...metadata.alternates, types } }
}

export default async function SchedulePage({ params, searchParams }: Props) {
  await connection()
  const { locale, event: slug } = await siteParams(params)
  const schedule = await getReleasedSchedule(slug)
  if (!schedule) notFound()
  const programme = programmeOf(schedule)
  const chosen = chosenIn(await searchParams, {
    days: programme.days.map(({ date }) => date),
    tracks: schedule.event.tracks.map((track) => track.slug),
  })
  if (!chosen) notFound()
  const path = `/events/${slug}/schedule`
  return (
    <SitePage locale={locale} path={path} translations={inBoth(path)}>
      <PublicSchedule schedule={schedule} programme={programme} chosen={chosen} locale={locale} />
    </SitePage>
  )
}
