import { z } from 'zod'
import { Slug, slugify } from '@/lib/slug'
import { oneLine, plainText } from '@/lib/text'
import { wallClock, zonedToUtc } from '@/lib/time'
import {
  type Condition,
  LIMIT_UNITS,
  type Option,
  QUESTION_ABOUTS,
  QUESTION_AUDIENCES,
  QUESTION_KINDS,
  type Question,
} from './question'

/** What a form of the back office shows again, and what is to be said about it. */
export interface SettingsState {
  values: Record<string, string[]>
  errors: Record<string, string>
  problem: string | null
  done: string | null
}
export const FRESH: SettingsState = { values: {}, errors: {}, problem: null, done: null }

/** Every field as it was typed: under one name there may be several. */
export function typedValues(form: FormData): Record<string, string[]> {
  const values: Record<string, string[]> = {}
  for (const name of new Set(form.keys()))
    values[name] = form.getAll(name).flatMap((value) => (typeof value === 'string' ? [value] : []))
  return values
}

export function errorsByField(error: z.ZodError): Record<string, string> {
  return Object.fromEntries(error.issues.map(({ path, message }) => [String(path[0] ?? ''), message]))
}

export const line = (limit: number) =>
  z
    .string()
    .transform(oneLine)
    .pipe(z.string().max(limit, `Keep it under ${limit.toLocaleString('en')} characters`))
export const text = (limit: number) =>
  z
    .string()
    .transform((value) => plainText(value).trim())
    .pipe(z.string().max(limit, `Keep it under ${limit.toLocaleString('en')} characters`))

/** Nothing typed is null. */
export const orNull = <Output>(schema: z.ZodType<Output, string>) =>
  z
    .string()
    .trim()
    .transform((value) => value || null)
    .pipe(z.union([z.null(), schema]))
    .default(null)

export const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'Give a whole number')
    .transform(Number)
    .pipe(
      z
        .number()
        .min(min, `Give at least ${min}`)
        .max(max, `Give at most ${max.toLocaleString('en')}`),
    )

const decimal = z
  .string()
  .regex(/^-?\d{1,12}(\.\d{1,6})?$/, 'Give a number')
  .transform(Number)

export const ticked = z.stringbool().catch(false)

/** A reading of a wall clock, as the control of a form gives it. That it exists is asked where the zone is known. */
export const Wall = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/, 'Give a day and a time')

/** The moment of a wall clock's reading in a zone; a sentence where there is none: 30 February, or a skipped hour. */
export function momentOf(wall: string | null, timeZone: string): { at: Date | null } | { error: string } {
  if (wall === null) return { at: null }
  try {
    const { at, reading } = zonedToUtc(wall, timeZone)
    return reading === 'nonexistent' ? { error: 'Clocks there skip this time: choose another' } : { at }
  } catch {
    return { error: 'There is no such day' }
  }
}

/** The same back, for the control of a form. */
export const wallOf = (moment: Date | null, timeZone: string) =>
  moment ? wallClock(moment, timeZone).slice(0, 16) : ''

/** One choice a line: its words, or `value = words` where its value is to stay what it was. */
const Options = z.string().transform((lines, context): Option[] => {
  const options = lines
    .split('\n')
    .map(oneLine)
    .filter(Boolean)
    .map((words, index) => {
      const [, value, label] = /^([a-z0-9]+(?:-[a-z0-9]+)*)\s*=\s*(.+)$/.exec(words) ?? []
      return value && label ? { value, label } : optionOf(words, index)
    })
  for (const message of optionProblems(options)) context.addIssue({ code: 'custom', message })
  return options
})

/** A choice whose value is made from its words. */
export const optionOf = (label: string, index: number): Option => ({
  value: slugify(label, `choice-${index + 1}`),
  label,
})

export function optionProblems(options: Option[]): string[] {
  const isTwice = new Set(options.map(({ value }) => value)).size < options.length
  return [
    ...(isTwice ? ['Two of these choices are the same'] : []),
    ...(options.length > 100 ? ['At most 100 choices'] : []),
  ]
}

export function optionLines(options: Option[]): string {
  return options
    .map(({ value, label }, index) => (slugify(label, `choice-${index + 1}`) === value ? label : `${value} = ${label}`))
    .join('\n')
}

/** `format=workshop`, or `key=` for any value: those of one subject are one condition, any of whose values will do. */
const Conditions = z.array(z.string().max(200)).transform((chosen): Condition[] => {
  const bySubject = new Map<string, string[]>()
  for (const words of chosen.filter(Boolean)) {
    const at = words.indexOf('=')
    const [on, value] = at < 0 ? [words, ''] : [words.slice(0, at), words.slice(at + 1)]
    bySubject.set(on, [...(bySubject.get(on) ?? []), ...(value ? [value] : [])])
  }
  return [...bySubject].map(([on, is]) => ({ on, is: [...new Set(is)] }))
})

export function conditionChoices(conditions: Condition[]): string[] {
  return conditions.flatMap(({ on, is }) => (is.length === 0 ? [`${on}=`] : is.map((value) => `${on}=${value}`)))
}

/** A question as the builder writes it; its dates still as readings of the event's clock. */
export const QuestionForm = z
  .object({
    label: line(300).pipe(z.string().min(1, 'Say what is asked')),
    help: text(1_000),
    about: z.enum(QUESTION_ABOUTS),
    kind: z.enum(QUESTION_KINDS),
    call: orNull(Slug),
    audience: z.enum(QUESTION_AUDIENCES),
    isRequired: ticked,
    requiredFrom: orNull(Wall),
    frozenFrom: orNull(Wall),
    limit: orNull(wholeNumber(1, 20_000)),
    limitUnit: z.enum(LIMIT_UNITS),
    min: orNull(decimal),
    max: orNull(decimal),
    options: Options,
    conditions: Conditions,
  })
  .superRefine((question, context) => {
    for (const [field, message] of problemsOf(question)) context.addIssue({ code: 'custom', path: [field], message })
  })
  .transform((question) => ({ ...question, ...onlyItsKind(question) }))
export type QuestionForm = z.output<typeof QuestionForm>

type Parts = Pick<Question, 'kind' | 'about' | 'options' | 'min' | 'max' | 'isRequired'> & { requiredFrom: unknown }

/** What of a question does not go together: the field, and what is to be said about it. */
export function problemsOf({ kind, about, options, min, max, isRequired, requiredFrom }: Parts): [string, string][] {
  const problems: [string, string][] = []
  if ((kind === 'choice' || kind === 'choices') && options.length < 2)
    problems.push(['options', 'Give at least two choices'])
  if (kind === 'file' && about === 'reviewer') problems.push(['kind', 'A review has no files'])
  if (min !== null && max !== null && min > max) problems.push(['max', 'The most is less than the least'])
  if (requiredFrom && !isRequired)
    problems.push(['requiredFrom', 'It is not required: tick that, or leave the date out'])
  return problems
}

/** What another kind would have had is left out. */
export function onlyItsKind({
  kind,
  options,
  min,
  max,
  limit,
}: Pick<Question, 'kind' | 'options' | 'min' | 'max' | 'limit'>) {
  const hasOptions = kind === 'choice' || kind === 'choices'
  return {
    options: hasOptions ? options : [],
    min: kind === 'number' ? min : null,
    max: kind === 'number' ? max : null,
    limit: kind === 'text' || kind === 'prose' ? limit : null,
  }
}

export function readQuestionForm(form: FormData) {
  const word = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  const names = [
    'label',
    'help',
    'about',
    'kind',
    'call',
    'audience',
    'isRequired',
    'requiredFrom',
    'frozenFrom',
  ] as const
  const more = ['limit', 'limitUnit', 'min', 'max', 'options'] as const
  const words = Object.fromEntries([...names, ...more].map((name) => [name, word(name)]))
  return { ...words, conditions: form.getAll('conditions').flatMap((each) => (typeof each === 'string' ? [each] : [])) }
}

/** The question that a form says, on an event's clock; or which of its dates there are not. */
export function questionOf(
  form: QuestionForm,
  key: string,
  timeZone: string,
): { ok: true; question: Question } | { ok: false; errors: Record<string, string> } {
  const [required, frozen] = [momentOf(form.requiredFrom, timeZone), momentOf(form.frozenFrom, timeZone)]
  const errors = {
    ...('error' in required ? { requiredFrom: required.error } : {}),
    ...('error' in frozen ? { frozenFrom: frozen.error } : {}),
  }
  if ('error' in required || 'error' in frozen) return { ok: false, errors }
  return { ok: true, question: { ...form, key, requiredFrom: required.at, frozenFrom: frozen.at } }
}
