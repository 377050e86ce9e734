/** What a form shows again: texts by field, and what is wrong with them. */
export interface FormState {
  values: Record<string, string>
  errors: Record<string, string>
  done?: string
}
export type FormAction = (state: FormState, form: FormData) => Promise<FormState>
export const NO_INPUT: FormState = { values: {}, errors: {} }
export const MOST_REFERENCES = 3
