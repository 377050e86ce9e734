import { z } from 'zod'
import { Instant } from '@/lib/instant'
import { Slug } from '@/lib/slug'
import { type CallMoments, CLOSES_TOO_EARLY, closedBeforeOpen, DEADLINE, TimeZone } from './call-form'
import { line, onlyItsKind, optionOf, optionProblems, problemsOf, text } from './forms'
import { LIMIT_UNITS, QUESTION_ABOUTS, QUESTION_AUDIENCES, QUESTION_KINDS } from './question'

const moment = Instant.nullable().default(null)

/** A call as JSON: the same limits as those of its form. */
export const CallInput = z
  .object({
    name: line(80).default(''),
    timeZone: TimeZone.nullable().default(null).describe('Null: that of the event'),
    opensAt: moment,
    closesAt: moment,
    graceMinutes: z.int().min(0).max(20_160).default(0),
    limitPerPerson: z.int().min(1).max(1_000).nullable().default(null),
    byInvitation: z.boolean().default(false).describe('An access code is needed at any time'),
    languages: z.array(z.string().max(35)).max(50).default([]).describe('Of the event’s; none: all of them'),
    guidance: text(10_000).default(''),
    formats: z
      .array(z.object({ slug: Slug, closesAt: moment.describe('A deadline of its own') }))
      .max(100)
      .default([])
      .describe('None: all of the event’s'),
  })
  .superRefine((input, context) => {
    for (const field of closedBeforeOpen(callMoments(input))) {
      const at = input.formats.findIndex(({ slug }) => field === `${DEADLINE}${slug}`)
      const path = at < 0 ? [field] : ['formats', at, 'closesAt']
      context.addIssue({ code: 'custom', path, message: CLOSES_TOO_EARLY })
    }
  })
export type CallInput = z.output<typeof CallInput>

export const callMoments = ({ opensAt, closesAt, formats }: Pick<CallInput, 'opensAt' | 'closesAt' | 'formats'>) =>
  ({
    opensAt,
    closesAt,
    deadlines: Object.fromEntries(formats.map((format) => [format.slug, format.closesAt])),
  }) satisfies CallMoments

/** An access code as JSON. */
export const CodeInput = z.object({
  note: line(200).default(''),
  mostUses: z.int().min(1).max(100_000).nullable().default(null).describe('Null: any number'),
  expiresAt: moment,
})

const Options = z
  .array(z.object({ value: Slug.optional().describe('Made from the words where it is left out'), label: line(300) }))
  .transform((all) => all.map(({ value, label }, at) => (value ? { value, label } : optionOf(label, at))))
  .superRefine((options, context) => {
    for (const message of optionProblems(options)) context.addIssue({ code: 'custom', message })
  })

/** A question as JSON: the same limits as those of the builder's form. */
export const QuestionInput = z
  .object({
    label: line(300).pipe(z.string().min(1, 'Say what is asked')),
    help: text(1_000).default(''),
    about: z.enum(QUESTION_ABOUTS).default('proposal'),
    kind: z.enum(QUESTION_KINDS),
    call: Slug.nullable().default(null).describe('The kind of the one call that asks it; null: all of them'),
    audience: z.enum(QUESTION_AUDIENCES).default('chairs').describe('Who reads the answers'),
    isRequired: z.boolean().default(false),
    requiredFrom: moment,
    frozenFrom: moment,
    limit: z.int().min(1).max(20_000).nullable().default(null),
    limitUnit: z.enum(LIMIT_UNITS).default('words'),
    min: z.number().min(-1e12).max(1e12).nullable().default(null),
    max: z.number().min(-1e12).max(1e12).nullable().default(null),
    options: Options.default([]),
    conditions: z
      .array(
        z.object({
          on: z
            .string()
            .max(80)
            .describe('`call`, `format`, `track`, `level`, `language`, or the key of a question about the same'),
          is: z.array(z.string().max(120)).max(100).describe('Any of these; none: anything at all'),
        }),
      )
      .max(50)
      .default([])
      .describe('It is asked where all of them hold'),
  })
  .superRefine((question, context) => {
    for (const [field, message] of problemsOf(question)) context.addIssue({ code: 'custom', path: [field], message })
  })
  .transform((question) => ({ ...question, ...onlyItsKind(question) }))
