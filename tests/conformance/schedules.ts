import fc from 'fast-check'
import type { ReleasedSchedule, ReleasedSlot } from '@/features/schedule/schema'
import { aReleasedSlot, aScheduledEvent, aScheduledSession, aScheduledSpeaker } from '../scheduled'

const ZONES = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia', 'Etc/GMT+12', 'UTC']
const NASTY = [
  '\u0000',
  '\u000b',
  '\ud800',
  '\ufffe',
  '\r\n',
  ']]>',
  '<b>&amp;',
  '&nbsp;',
  '"',
  ',',
  ';',
  '\\',
  '=1+1',
  '云',
  '👩‍🚀',
  'e\u0301',
]

/** Whatever people type or paste. */
export const text = fc
  .array(fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.constantFrom(...NASTY)), { maxLength: 12 })
  .map((parts) => parts.join(''))

/** Schedules over every trap: nasty texts, clocks that are set, talks given twice, rooms alike, dates outside the event's. */
export const schedules: fc.Arbitrary<ReleasedSchedule> = fc
  .record({
    zone: fc.constantFrom(...ZONES),
    day: fc.integer({ min: 0, max: 4_000 }),
    names: fc.array(text, { minLength: 6, maxLength: 6 }),
  })
  .chain(({ zone, day, names }) => {
    const [name = '', hall = '', loft = '', track = '', speaker = '', title = ''] = names.map((each) => `${each}.`)
    const event = aScheduledEvent({
      name,
      timeZone: zone,
      startsOn: dateAfter(day),
      endsOn: dateAfter(day + 2),
      rooms: [
        { slug: 'hall', name: hall, capacity: 1 },
        { slug: '7', name: hall, capacity: null },
        { slug: '2nd', name: '__proto__', capacity: null },
        { slug: 'loft', name: loft, capacity: null },
      ],
      tracks: [{ slug: '2027', name: track, color: null }],
    })
    const slot = slots(day, speaker, title)
    return fc.uniqueArray(slot, { selector: ({ number }) => number, maxLength: 12 }).map((released) => ({
      event,
      release: { number: 3, name, releasedAt: '2027-08-01T12:00:00Z' },
      slots: released,
    }))
  })

function slots(day: number, name: string, title: string): fc.Arbitrary<ReleasedSlot> {
  return fc
    .record({
      number: fc.integer({ min: 1, max: 999_999 }),
      minute: fc.integer({ min: -3_000, max: 8_000 }),
      minutes: fc.integer({ min: 1, max: 1_440 }),
      room: fc.constantFrom('hall', '7', '2nd', 'loft', 'unlisted'),
      code: fc.constantFrom('ABC234', 'ZZZZ99', null),
      status: fc.constantFrom('confirmed', 'confirmed', 'confirmed', 'cancelled'),
      track: fc.constantFrom('2027', null),
      abstract: text,
      own: text,
      speakers: fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { maxLength: 3 }),
    })
    .map(({ code, track, abstract, own, speakers, minute, ...rest }) =>
      aReleasedSlot(rest.number, {
        ...rest,
        startsAt: new Date(Date.parse(dateAfter(day)) + minute * 60_000).toISOString(),
        session: aScheduledSession({
          code,
          track,
          // Alike in spelling, and still two things.
          level: track,
          abstract,
          title: `${title}${own}`,
          speakers: speakers.map((number) =>
            aScheduledSpeaker(number, { name: `${name}${number}`, bio: abstract, affiliation: own }),
          ),
        }),
      }),
    )
}

function dateAfter(days: number): string {
  // From 2011, the year in which Samoa left out a day.
  return new Date(Date.UTC(2011, 11, 27) + days * 86_400_000).toISOString().slice(0, 10)
}

export function confirmedNumbers({ slots: all }: ReleasedSchedule): number[] {
  const confirmed = all.filter((slot) => slot.status === 'confirmed')
  return confirmed.map((slot) => slot.number).sort((a, b) => a - b)
}
