import { z } from 'zod'
import { TimeZone } from '@/features/calls/schema/call-form'
import { line, orNull, text, wholeNumber } from '@/features/calls/schema/forms'
import { day } from '@/lib/instant'
import { Slug } from '@/lib/slug'

const Day = day('There is no such day')

const WebAddress = z
  .string()
  .max(500)
  .refine(
    (address) => /^https?:\/\/\S+\.\S+/.test(address) && URL.canParse(address),
    'Give an address that begins with https://',
  )

const Languages = z
  .string()
  .transform((words) => [
    ...new Set(
      words
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(Boolean),
    ),
  ])
  .pipe(
    z
      .array(z.string().regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/, 'Write languages as codes, such as en or zh'))
      .min(1, 'Give at least one language')
      .max(20),
  )

const named = (message: string) => line(200).pipe(z.string().min(1, message))

/** What an event is, as its form writes it. */
export const EventForm = z
  .object({
    name: named('Give the event a name'),
    summary: text(1_000),
    parent: orNull(Slug),
    startsOn: orNull(Day),
    endsOn: orNull(Day),
    timeZone: TimeZone,
    place: orNull(line(200)),
    website: orNull(WebAddress),
    registrationUrl: orNull(WebAddress),
    languages: Languages,
    limitPerPerson: orNull(wholeNumber(1, 1_000)),
    sessionsPerPerson: orNull(wholeNumber(1, 1_000)),
  })
  .superRefine(({ startsOn, endsOn }, context) => {
    if (endsOn && !startsOn) context.addIssue({ code: 'custom', path: ['startsOn'], message: 'Give the first day too' })
    if (startsOn && endsOn && endsOn < startsOn)
      context.addIssue({ code: 'custom', path: ['endsOn'], message: 'It ends before it begins' })
  })
export type EventForm = z.output<typeof EventForm>

/** The same of an event that there is not yet: its address and its short name stay for good. */
export const NewEventForm = EventForm.and(
  z.object({
    slug: Slug.catch('').pipe(z.string().min(1, 'Use small letters, digits and hyphens, and not digits alone')),
    acronym: z.string().regex(/^[a-z0-9]{4,40}$/, 'Use four or more small letters and digits'),
  }),
)
export type NewEventForm = z.output<typeof NewEventForm>

export const EVENT_FIELDS = [
  'name',
  'summary',
  'parent',
  'startsOn',
  'endsOn',
  'timeZone',
  'place',
  'website',
  'registrationUrl',
  'languages',
  'limitPerPerson',
  'sessionsPerPerson',
] as const

/** The lists from which an event's proposals and slots choose. */
export const CHOICE_KINDS = ['format', 'track', 'level', 'room', 'tag'] as const
export const ChoiceKind = z.enum(CHOICE_KINDS)
export type ChoiceKind = z.infer<typeof ChoiceKind>

/** One line of such a list: an empty name is a line that was not used. */
export const ChoiceRow = z.object({
  slug: orNull(Slug),
  name: line(200),
  minutes: orNull(wholeNumber(1, 1_440)),
  color: orNull(z.string().regex(/^#[0-9a-f]{6}$/i, 'Write a colour as #1b4b91')),
  capacity: orNull(wholeNumber(1, 1_000_000)),
  isGone: z.boolean(),
})
export type ChoiceRow = z.output<typeof ChoiceRow>

export const MOST_ROWS = 100

/** The lines of a form: fields `name-0`, `minutes-0` and so on. */
export function readChoices(form: FormData) {
  const word = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  const count = Math.min(MOST_ROWS, Number(word('rows')) || 0)
  return Array.from({ length: count }, (_, row) => ({
    slug: word(`slug-${row}`),
    name: word(`name-${row}`),
    minutes: word(`minutes-${row}`),
    color: word(`color-${row}`),
    capacity: word(`capacity-${row}`),
    isGone: word(`gone-${row}`) === 'true',
  }))
}
