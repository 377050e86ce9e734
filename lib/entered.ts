import { enteredText, isStorable } from './text'

/** A form as it was sent, every text as `enteredText` has it; a field whose name is no text is none of ours. */
export function enteredForm(form: FormData): FormData {
  const entered = new FormData()
  for (const [name, value] of form) {
    if (!isStorable(name)) continue
    if (typeof value === 'string') entered.append(name, enteredText(value))
    else entered.append(name, value)
  }
  return entered
}

const MOST_INTEGER = 2_147_483_647

/** Whether what stands beside a form can be asked of the database at all: its texts are texts, its numbers small. */
export function isAskable(value: unknown): boolean {
  if (typeof value === 'string') return isStorable(value)
  if (typeof value === 'number') return Math.abs(value) <= MOST_INTEGER
  if (Array.isArray(value)) return value.every(isAskable)
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([key, inner]) => isStorable(key) && isAskable(inner))
}

/** Where a body of JSON, by JSON Pointer, holds what is no text; null where everything is. */
export function noText(value: unknown, path = ''): string | null {
  if (typeof value === 'string') return isStorable(value) ? null : path
  if (typeof value !== 'object' || value === null) return null
  for (const [key, inner] of Object.entries(value)) {
    if (!isStorable(key)) return path
    const found = noText(inner, `${path}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`)
    if (found !== null) return found
  }
  return null
}

/** The same body with every text as `enteredText` has it. */
export function enteredJson(value: unknown): unknown {
  if (typeof value === 'string') return enteredText(value)
  if (Array.isArray(value)) return value.map(enteredJson)
  if (typeof value !== 'object' || value === null || value instanceof File) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, enteredJson(inner)]))
}
