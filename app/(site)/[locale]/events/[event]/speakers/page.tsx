import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { connection } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/page-header'
import { Breadcrumb } from '@/features/content/components/breadcrumb'
import { SitePage } from '@/features/content/components/site-page'
import { inBoth, metadataOf } from '@/features/content/formats/metadata'
import { SpeakerList, speakersOf } from '@/features/schedule/components/speaker-list'
import { programmeOf } from '@/features/schedule/formats/programme'
import { getReleasedSchedule } from '@/features/schedule/queries/released'
import { localized } from '@/lib/i18n/addresses'
import { siteParams } from '@/lib/i18n/params'

type Props = { params: Promise<{ locale: string; event: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, event: slug } = await siteParams(params)
  const schedule = await getReleasedSchedule(slug)
  if (!schedule) return {}
  const t = await getTranslations({ locale, namespace: 'schedule' })
  const path = `/events/${slug}/speakers`
  return metadataOf({
    locale,
    path,
    title: t('speakersOf', { name: schedule.event.name }),
    languages: inBoth(path),
    card: { kind: 'event', slug },
  })
}

export default async function SpeakersPage({ params }: Props) {
  await connection()
  const { locale, event: slug } = await siteParams(params)
  const schedule = await getReleasedSchedule(slug)
  if (!schedule) notFound()
  const t = await getTranslations({ locale, namespace: 'schedule' })
  const events = await getTranslations({ locale, namespace: 'events' })
  const { event } = schedule
  const path = `/events/${slug}/speakers`
  const speakers = speakersOf(programmeOf(schedule), locale)
  const items = [
    { label: event.name, href: localized(`/events/${slug}`, locale) },
    { label: t('backToSchedule'), href: localized(`/events/${slug}/schedule`, locale) },
  ]
  return (
    <SitePage locale={locale} path={path} translations={inBoth(path)}>
      <div className="wrap">
        <PageHeader
          breadcrumb={<Breadcrumb label={events('breadcrumb')} items={items} />}
          title={t('speakers')}
          lede={t('speakersLede', { count: speakers.length, name: event.name })}
        />
        <SpeakerList event={event} speakers={speakers} locale={locale} />
      </div>
    </SitePage>
  )
}
