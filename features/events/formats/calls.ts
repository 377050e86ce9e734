import { type CalendarEntry, icalendar } from '@/lib/icalendar'
import { oneLine, plainText } from '@/lib/text'
import { withOffset } from '@/lib/time'
import { type CallView, type EventSummary, submitAddress } from '../schema'

interface OpenCall {
  event: EventSummary
  call: CallView
}

const HOUR = 3_600_000

/** The last hour of each open call, and of each format that closes by itself. A call without an end is not in it. */
export function callCalendar(calls: OpenCall[], appUrl: string): string {
  const head = { name: 'Calls for proposals', url: `${appUrl}/events`, source: `${appUrl}/events/cfp.ics` }
  return icalendar(
    head,
    calls.flatMap((open) => entriesOf(open, appUrl)),
  )
}

function entriesOf({ event, call }: OpenCall, appUrl: string): CalendarEntry[] {
  const url = `${appUrl}/events/${event.slug}/cfp`
  const host = new URL(appUrl).hostname
  const common = {
    status: 'CONFIRMED' as const,
    timeZone: call.timeZone,
    location: url,
    description: [plainText(call.guidance).trim(), url].filter(Boolean).join('\n\n'),
    url,
    geo: null,
    categories: [oneLine(call.name)],
  }
  const at = (id: string, words: string, closesAt: Date): CalendarEntry => ({
    ...common,
    uid: `call-${event.slug}-${id}@${host}`,
    sequence: call.version,
    lastModified: call.opensAt ?? new Date(0),
    startsAt: new Date(closesAt.getTime() - HOUR),
    endsAt: closesAt,
    summary: oneLine(`Last hour: ${words}, ${event.name}`),
  })
  return [
    ...(call.closesAt ? [at(call.kind, call.name, call.closesAt)] : []),
    ...call.deadlines.map(({ slug, name, closesAt }) => at(`${call.kind}-${slug}`, `${call.name} (${name})`, closesAt)),
  ]
}

/** One line of `/events/cfp.json`: moments in the zone in which they were stated, null where there is none. */
export function openCalls(calls: OpenCall[], appUrl: string) {
  return calls.map(({ event, call }) => {
    const moment = (at: Date | null) => at && withOffset(at, call.timeZone)
    return {
      event: { slug: event.slug, name: event.name, place: event.place, startsOn: event.startsOn, endsOn: event.endsOn },
      kind: call.kind,
      name: call.name,
      opensAt: moment(call.opensAt),
      closesAt: moment(call.closesAt),
      closesByDay: call.closesByDay,
      timeZone: call.timeZone,
      formats: call.deadlines.map(({ slug, closesAt, name }) => ({ slug, name, closesAt: moment(closesAt) })),
      limitPerPerson: call.limitPerPerson,
      url: `${appUrl}/events/${event.slug}/cfp`,
      submit: appUrl + submitAddress(event.slug, call),
    }
  })
}
