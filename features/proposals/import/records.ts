import type { z } from 'zod'
import type { Reading } from './files'

/** Records of a list, each parsed; what one of them has wrong is a problem with its field. */
export function parseRecords<Schema extends z.ZodType>(
  list: string,
  values: unknown,
  schema: Schema,
  reading: Reading,
): { place: string; thing: z.output<Schema> }[] {
  if (values === undefined || values === null) return []
  if (!Array.isArray(values)) {
    reading.problem(list, 'is no list')
    return []
  }
  return values.flatMap((value: unknown, index) => {
    const place = `${list}[${index}]${idOf(value)}`
    const parsed = schema.safeParse(value)
    if (parsed.success) return [{ place, thing: parsed.data }]
    for (const { path, message } of parsed.error.issues)
      reading.problem(path.length > 0 ? `${place}, ${path.join('.')}` : place, message)
    return []
  })
}

function idOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return ''
  const id: unknown = Reflect.get(value, 'code') ?? Reflect.get(value, 'id')
  return typeof id === 'string' || typeof id === 'number' ? ` (${id})` : ''
}
