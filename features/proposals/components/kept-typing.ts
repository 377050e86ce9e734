/** What a browser keeps of a form from the first keystroke on, before and beside the server. */
export interface KeptTyping {
  fields: [name: string, value: string][]
  /** Of the form that it was typed into, so that it goes on with the draft which that form has made. */
  key: string
  version: number
  at: number
}

const OWN = new Set(['key', 'version', 'form'])

export function readForm(form: HTMLFormElement): KeptTyping['fields'] {
  return [...new FormData(form)].flatMap(([name, value]): KeptTyping['fields'] =>
    typeof value === 'string' && !name.startsWith('$') && !OWN.has(name) ? [[name, value]] : [],
  )
}

/** Storage may be full, forbidden or absent: then there is nothing kept, and nothing else fails. */
export function keepTyping(place: string, kept: KeptTyping): boolean {
  try {
    localStorage.setItem(place, JSON.stringify(kept))
    return true
  } catch {
    return false
  }
}

export function keptTyping(place: string): KeptTyping | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? 'null')
    return isKept(kept) ? kept : null
  } catch {
    return null
  }
}

export function forgetTyping(place: string): void {
  try {
    localStorage.removeItem(place)
  } catch {
    // There is no storage, so nothing is in it.
  }
}

function isKept(value: unknown): value is KeptTyping {
  return (
    typeof value === 'object' && value !== null && 'fields' in value && Array.isArray(value.fields) && 'at' in value
  )
}

/** Where the typing for an event's form, or for one proposal, is kept. */
export const placeOf = (eventSlug: string, code: string | null) => `lectern:proposal:${code ?? eventSlug}`
