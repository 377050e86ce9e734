import type { DraftSlot, ScheduledEvent, ScheduledSpeaker } from '../schema'

/** The site's base without a slash at its end. */
export function siteUrl(event: ScheduledEvent): string {
  return event.url.replace(/\/+$/, '')
}

export function eventUrl(event: ScheduledEvent): string {
  return `${siteUrl(event)}/events/${event.slug}`
}

export function scheduleUrl(event: ScheduledEvent): string {
  return `${eventUrl(event)}/schedule`
}

/** The page of a slot's session; what has no page of its own, such as a break, is a place on the schedule. */
export function slotUrl(event: ScheduledEvent, { number, session }: Pick<DraftSlot, 'number' | 'session'>): string {
  return session.code === null ? `${scheduleUrl(event)}#slot-${number}` : `${eventUrl(event)}/sessions/${session.code}`
}

export function personUrl(event: ScheduledEvent, speaker: Pick<ScheduledSpeaker, 'slug'>): string {
  return `${siteUrl(event)}/people/${speaker.slug}`
}
