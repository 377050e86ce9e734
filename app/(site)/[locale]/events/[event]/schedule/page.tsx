import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { connection } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { PublicSchedule } from '@/features/schedule/components/public-schedule'
import { programmeOf } from '@/features/schedule/formats/programme'
import { getReleasedSchedule } from '@/features/schedule/queries/released'
import { chosenIn } from '@/features/schedule/rules'
import { alternates } from '@/lib/i18n/addresses'
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
  return {
    title: t('titleOf', { name: schedule.event.name }),
    alternates: { ...alternates(path, locale), types },
  }
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
  return <PublicSchedule schedule={schedule} programme={programme} chosen={chosen} locale={locale} />
}
