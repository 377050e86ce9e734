import type { Conference } from './conferences'
import type { Context } from './context'
import { addDays, atTime } from './days'
import type { Person } from './people'

interface Shares {
  /** Of all who may speak: who cannot at some time, and who needs something. */
  unavailable: number
  needy: number
}

const TIMES = [
  ['08:00', '11:00'],
  ['14:00', '18:00'],
] as const
const ACCESS = [
  'A way to the stage without steps.',
  'A lectern that I can sit at.',
  'Captions that I can see from the stage.',
]
const TRAVEL = [
  'A letter for my visa, please.',
  'My train arrives at ten on the first day.',
  'I bring a child and her carer.',
]

/** When speakers cannot be on stage, and what they need, as they have told the event alone. */
export function addNeeds(context: Context, conference: Conference, people: Person[], shares: Shares): void {
  const { rows, id, today, random } = context
  const draw = random.fork(`needs/${conference.slug}`)
  const { startsOn, days, timeZone } = conference
  for (const { id: personId } of new Map(people.map((person) => [person.id, person])).values()) {
    const isUnavailable = draw.chance(shares.unavailable)
    const needs = draw.chance(shares.needy)
    if (isUnavailable) {
      const [from, to] = draw.pick(TIMES)
      const day = addDays(startsOn, days - 1 - Math.floor(draw.next() * Math.max(1, days - 1)))
      rows.speakerTime.push({
        ...{ id: id('time', conference.slug, personId), personId, eventId: conference.id },
        ...{ startsAt: atTime(day, from, timeZone), endsAt: atTime(day, to, timeZone) },
      })
    }
    if (needs)
      rows.speakerNeeds.push({
        ...{ personId, eventId: conference.id, accessibility: draw.chance(0.5) ? draw.pick(ACCESS) : '' },
        ...{ travel: draw.pick(TRAVEL), purgeOn: addDays(startsOn, days + 30), updatedAt: addDays(today, -2) },
      })
  }
}
