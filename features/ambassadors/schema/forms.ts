import type { z } from 'zod'
import type { FormState } from '@/features/access/schema'

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>
export const NO_INPUT: FormState = { values: {}, errors: {} }
export const MOST_REFERENCES = 3

/** What somebody has typed, without the framework's own fields. */
export function typed(form: FormData): Record<string, string> {
  const texts = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return Object.fromEntries(texts.filter(([name]) => !name.startsWith('$')))
}

export function refused(form: FormData, error: z.ZodError): FormState {
  const fields = error.issues.map(({ path, message }) => [String(path[0]), message])
  return { values: typed(form), errors: Object.fromEntries(fields) }
}
