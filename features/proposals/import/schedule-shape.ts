import { z } from 'zod'

/** An element of text: alone, with attributes, or empty. */
const text = z
  .union([z.string(), z.object({ '#text': z.string().default('') }).transform((element) => element['#text'])])
  .nullish()
  .transform((value) => value ?? '')

const Person = z.union([
  z.string().transform((name) => ({ '#text': name, '@_id': '', '@_guid': '', '@_code': '', '@_email': '' })),
  z.object({
    '#text': text,
    '@_id': z.string().default(''),
    '@_guid': z.string().default(''),
    '@_code': z.string().default(''),
    '@_email': z.string().default(''),
  }),
])
export type ScheduledPerson = z.output<typeof Person>

const Persons = z
  .union([z.string().transform(() => ({ person: [] })), z.object({ person: z.array(Person).default([]) })])
  .nullish()

const Event = z.object({
  '@_id': z.string(),
  '@_guid': z.string().default(''),
  '@_code': z.string().default(''),
  title: text.pipe(z.string().trim().min(1, 'has no title')),
  subtitle: text,
  abstract: text,
  description: text,
  type: text,
  track: text,
  language: text,
  date: text,
  duration: text,
  persons: Persons,
})
export type ScheduledEvent = z.output<typeof Event>

const Room = z.object({ '@_name': z.string(), event: z.array(Event).default([]) })
/** A day or a room without anything in it is an empty text. */
const filled = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .array(z.union([z.literal('').transform(() => null), schema]))
    .default([])
    .transform((all) => all.filter((each) => each !== null))
const Day = z.object({ room: filled(Room) })

export const Schedule = z.object({ schedule: z.object({ day: filled(Day) }, 'this is no schedule') })
