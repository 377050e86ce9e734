import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { connection } from 'next/server'
import { SitePage } from '@/features/content/components/site-page'
import { inBoth, metadataOf } from '@/features/content/formats/metadata'
import { EventDetails } from '@/features/events/components/event-details'
import { EventHeader } from '@/features/events/components/event-header'
import { EventJsonLd } from '@/features/events/components/event-json-ld'
import { PhasePanel } from '@/features/events/components/phase-panel'
import { getEvent } from '@/features/events/queries'
import { siteParams } from '@/lib/i18n/params'

type Props = { params: Promise<{ locale: string; event: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, event: slug } = await siteParams(params)
  const event = await getEvent(slug, new Date())
  if (!event) return {}
  const path = `/events/${slug}`
  const words = { title: event.name, description: event.summary }
  return metadataOf({ locale, path, ...words, languages: inBoth(path), card: { kind: 'event', slug } })
}

export default async function EventPage({ params }: Props) {
  await connection()
  const { locale, event: slug } = await siteParams(params)
  const now = new Date()
  const event = await getEvent(slug, now)
  if (!event) notFound()
  const path = `/events/${slug}`
  const props = { event, locale, now }
  return (
    <SitePage locale={locale} path={path} translations={inBoth(path)}>
      <div className="wrap">
        <EventHeader {...props} />
        <PhasePanel {...props} />
        <EventDetails {...props} />
        <EventJsonLd event={event} locale={locale} />
      </div>
    </SitePage>
  )
}
