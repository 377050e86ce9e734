import type { EventSettings } from '../queries/settings'

/** An event as its form shows it. */
export function eventValues(event: EventSettings): Record<string, string[]> {
  const day = (date: Date | null) => [date ? date.toISOString().slice(0, 10) : '']
  const word = (value: string | number | null | undefined) => [
    value === null || value === undefined ? '' : String(value),
  ]
  return {
    name: [event.name],
    summary: [event.summary],
    parent: word(event.parent?.slug),
    startsOn: day(event.startsOn),
    endsOn: day(event.endsOn),
    timeZone: [event.timeZone],
    place: word(event.place),
    website: word(event.website),
    registrationUrl: word(event.registrationUrl),
    languages: [event.languages.join(', ')],
    limitPerPerson: word(event.limitPerPerson),
    sessionsPerPerson: word(event.sessionsPerPerson),
  }
}
