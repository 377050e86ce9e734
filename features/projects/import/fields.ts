import { z } from 'zod'
import type { Place } from '@/features/content/schema/problems'
import { nearest } from './known-fields'
import type { Field, Node, Note } from './nodes'

/** Fields of one group by the name that they were meant to have, read with a note for whatever is odd. */
export interface Group {
  place: Place
  text(key: string): string | null
  url(key: string): string | null
  day(key: string): string | null
  list(key: string): Node[]
  group(key: string, known: readonly string[]): Group | null
  placeOf(key: string): Place
}

export interface Meaning {
  note: Note
  /** What the group is, for its notes: `Falco` or `Falco: audit`. */
  name: string
  known: readonly string[]
  /** Names that belong to the group around this one. */
  above?: readonly string[]
}

const Address = z.url({ protocol: /^https?$/ })
const Day = z.iso.date()

export function groupOf(node: Node, meaning: Meaning): Group | null {
  if (node.is === 'nothing') return null
  if (node.is !== 'group') {
    meaning.note(node.place, `${meaning.name}: should be a group of fields; it was left out`)
    return null
  }
  const fields = understood(node.fields, meaning)
  const { note, name } = meaning
  const odd = (field: Field, what: string) => note(field.value.place, `${name}: ${field.key} ${what}; it was left out`)
  const text = (key: string): string | null => {
    const field = fields.get(key)
    if (!field || field.value.is === 'nothing') return null
    if (field.value.is === 'text') return field.value.text.replace(/\s+/g, ' ')
    odd(field, 'should be text')
    return null
  }
  const valid = (key: string, schema: z.ZodType<string>, what: string): string | null => {
    const value = text(key)
    const field = fields.get(key)
    if (value === null || !field || schema.safeParse(value).success) return value
    odd(field, `“${value.slice(0, 60)}” ${what}`)
    return null
  }
  return {
    place: node.place,
    text,
    url: (key) => valid(key, Address, 'is no address'),
    day: (key) => valid(key, Day, 'is no day (YYYY-MM-DD)'),
    list: (key) => {
      const field = fields.get(key)
      if (!field || field.value.is === 'nothing') return []
      if (field.value.is === 'list') return field.value.items
      odd(field, 'should be a list')
      return []
    },
    group: (key, known) => {
      const field = fields.get(key)
      return field ? groupOf(field.value, { note, name, known, above: meaning.known }) : null
    },
    placeOf: (key) => fields.get(key)?.value.place ?? node.place,
  }
}

/** Each field under the name that it has in the format; one that is misspelt counts where nothing else is there. */
function understood(fields: readonly Field[], { note, name, known, above = [] }: Meaning): Map<string, Field> {
  const found = new Map<string, Field>()
  for (const field of fields) if (known.includes(field.key)) found.set(field.key, field)
  for (const field of fields) {
    if (known.includes(field.key)) continue
    const meant = above.includes(field.key) ? null : nearest(field.key, known)
    if (above.includes(field.key))
      note(field.place, `${name}: ${field.key} belongs to the item, not below extra; it was left out`)
    else if (meant === null) note(field.place, `${name}: ${field.key} is no field of the format; it was left out`)
    else if (found.has(meant))
      note(field.place, `${name}: ${field.key} looks like ${meant}, which is there too; it was left out`)
    else {
      note(field.place, `${name}: ${field.key} was read as ${meant}`)
      found.set(meant, field)
    }
  }
  return found
}
