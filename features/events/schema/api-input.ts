import { z } from 'zod'
import { Slug } from '@/lib/slug'
import { ChoiceRow, EventForm, MOST_ROWS, NewEventForm } from './forms'

const text = z.string().max(10_000).nullable().default(null)
const count = z.int().nullable().default(null)

const Fields = z.object({
  name: z.string().max(1_000),
  summary: z.string().max(10_000).default(''),
  partOf: Slug.nullable().default(null).describe('The event within which it takes place'),
  startsOn: text.describe('A day, as 2027-10-17'),
  endsOn: text,
  timeZone: z.string().max(80),
  place: text,
  website: text,
  registrationUrl: text,
  languages: z.array(z.string().max(35)).max(50).default(['en']),
  limitPerPerson: count.describe('How many proposals it takes from one person, over all its calls'),
  sessionsPerPerson: count.describe('In how many sessions one person may be'),
})

/** As the form of the page writes it, whose limits hold here too. */
function typed({ partOf, languages, limitPerPerson, sessionsPerPerson, ...fields }: z.output<typeof Fields>) {
  const { startsOn, endsOn, place, website, registrationUrl, ...rest } = fields
  return {
    ...rest,
    parent: partOf ?? '',
    startsOn: startsOn ?? '',
    endsOn: endsOn ?? '',
    place: place ?? '',
    website: website ?? '',
    registrationUrl: registrationUrl ?? '',
    languages: languages.join(' '),
    limitPerPerson: String(limitPerPerson ?? ''),
    sessionsPerPerson: String(sessionsPerPerson ?? ''),
  }
}

/** What an event says of itself, as JSON. */
export const EventInput = Fields.transform(parsedBy(EventForm, typed))

/** The same of one that is not there yet. */
export const NewEventInput = Fields.extend({ slug: z.string().max(100), acronym: z.string().max(100) }).transform(
  parsedBy(
    NewEventForm,
    ({ slug, acronym, ...fields }: z.output<typeof Fields> & Record<'slug' | 'acronym', string>) => ({
      ...typed(fields),
      slug,
      acronym,
    }),
  ),
)

const Choice = z.object({
  slug: Slug.nullable().default(null).describe('Of one that there is; without it a new one gets that of its name'),
  name: z.string().max(1_000),
  minutes: count.describe('Of a format'),
  color: z.string().max(20).nullable().default(null).describe('Of a track, as #1b4b91'),
  capacity: count.describe('Of a room'),
})
const Named = ChoiceRow.refine(({ name }) => name !== '', { path: ['name'], message: 'Give it a name' })

const ChoiceInput = Choice.transform(
  parsedBy(Named, ({ slug, name, minutes, color, capacity }: z.output<typeof Choice>) => ({
    slug: slug ?? '',
    name,
    minutes: String(minutes ?? ''),
    color: color ?? '',
    capacity: String(capacity ?? ''),
    isGone: false,
  })),
)

/** One of an event's lists, whole and in its order. */
export const ChoicesInput = z.object({ items: z.array(ChoiceInput).max(MOST_ROWS) })

/** What a form's own schema makes of an input that is written as the form writes it; its problems are the input's. */
function parsedBy<Input, Schema extends z.ZodType>(schema: Schema, write: (input: Input) => object) {
  return (input: Input, context: z.RefinementCtx): z.output<Schema> => {
    const parsed = schema.safeParse(write(input))
    if (parsed.success) return parsed.data
    for (const { path, message } of parsed.error.issues) context.addIssue({ code: 'custom', path, message })
    return z.NEVER
  }
}
