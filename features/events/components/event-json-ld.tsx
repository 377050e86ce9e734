import { JsonLd } from '@/components/json-ld'
import { env } from '@/lib/env'
import { localized } from '@/lib/i18n/addresses'
import type { Locale } from '@/lib/i18n/routing'
import type { EventView } from '../schema'

/** The event for search engines; only what was stated, and nothing where its days are unknown. */
export function EventJsonLd({ event, locale }: { event: EventView; locale: Locale }) {
  const { slug, name, summary, startsOn, endsOn, place, parent } = event
  if (!startsOn) return null
  const address = (path: string) => env().appUrl + localized(path, locale)
  return (
    <JsonLd
      data={{
        '@type': 'Event',
        '@id': address(`/events/${slug}`),
        name,
        description: summary,
        url: address(`/events/${slug}`),
        startDate: startsOn,
        endDate: endsOn ?? startsOn,
        ...(place ? { location: { '@type': 'Place', name: place, address: place } } : {}),
        ...(parent ? { superEvent: { '@id': address(`/events/${parent.slug}`) } } : {}),
      }}
    />
  )
}
