import { JsonLd } from '@/components/json-ld'
import { withOffset } from '@/lib/time'
import { eventUrl } from '../formats/addresses'
import type { Listing } from '../formats/programme'
import type { ScheduledEvent } from '../schema'

/** A session for search engines, as a part of its event. */
export function SessionJsonLd({ event, listing }: { event: ScheduledEvent; listing: Listing }) {
  const { title, abstract, url, startsAt, endsAt, room, persons, slot } = listing
  return (
    <JsonLd
      data={{
        '@type': 'Event',
        name: title,
        description: abstract,
        url,
        inLanguage: slot.session.language,
        startDate: withOffset(startsAt, event.timeZone),
        endDate: withOffset(endsAt, event.timeZone),
        location: { '@type': 'Place', name: room.name, address: event.place ?? event.name },
        performer: persons.map((person) => ({ '@type': 'Person', name: person.name, url: person.url })),
        superEvent: {
          '@type': 'Event',
          name: event.name,
          url: eventUrl(event),
          startDate: event.startsOn,
          endDate: event.endsOn,
        },
      }}
    />
  )
}
