import { z } from 'zod'
import { plainText } from '@/lib/text'
import type { Answers, AnswerValue } from './question'

/** Whatever a question asks for, nothing longer is kept. */
const MOST_CHARACTERS = 20_000
const MOST_CHOICES = 100
const MOST_ANSWERS = 200

const Typed = z
  .union([z.string(), z.number().transform(String), z.boolean().transform((is) => (is ? 'yes' : ''))])
  .transform((text) => plainText(text).trim())
  .pipe(z.string().max(MOST_CHARACTERS, `An answer is longer than ${MOST_CHARACTERS.toLocaleString('en')} characters`))

/** Answers as they come in, by key. What each of them must be is the question's to say: `checkAnswers`. */
export const TypedAnswers: z.ZodType<Answers> = z
  .record(z.string().max(80), z.union([Typed, z.array(Typed).max(MOST_CHOICES, 'Too many were chosen')]))
  .refine((answers) => Object.keys(answers).length <= MOST_ANSWERS, 'These are too many answers')

/** Answers as they were kept: only that they are answers. */
export const KeptAnswers: z.ZodType<Answers> = z.record(z.string(), z.union([z.string(), z.array(z.string())]))

/** The answers in a column, which holds none where it holds anything else. */
export function answersIn(column: unknown): Answers {
  return KeptAnswers.safeParse(column).data ?? {}
}

/** What a form wrote under names that begin like this; two of one name are two choices. */
export function readAnswers(form: FormData, prefix: string): Answers {
  const answers: Answers = {}
  for (const name of new Set(form.keys())) {
    if (!name.startsWith(prefix)) continue
    const values = form.getAll(name).flatMap((value) => (typeof value === 'string' && value ? [value] : []))
    const [first] = values
    if (first !== undefined) answers[name.slice(prefix.length)] = values.length > 1 ? values : first
  }
  return answers
}

/** The same answers with nothing for nothing, so that two of them can be compared. */
export function compactAnswers(answers: Answers): [string, AnswerValue][] {
  const given = Object.entries(answers).map(([key, value]): [string, string[]] => [key, [value].flat().filter(Boolean)])
  return given.filter(([, values]) => values.length > 0).sort(([a], [b]) => (a < b ? -1 : 1))
}
