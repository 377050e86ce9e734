import type { JsonSchema } from './openapi'

/** A JSON schema as people write shapes: `{ code: string, state: "draft" | "submitted", format: string | null }`. */
export function shapeOf(schema: JsonSchema | boolean, indent = ''): string {
  if (typeof schema === 'boolean') return 'anything'
  const { $ref, enum: choices, const: constant, anyOf, items, properties, additionalProperties, type } = schema
  if ($ref) return $ref.split('/').at(-1) ?? ''
  if (choices) return choices.map((choice) => JSON.stringify(choice)).join(' | ')
  if (constant !== undefined) return JSON.stringify(constant)
  if (anyOf) return anyOf.map((one) => shapeOf(one, indent)).join(' | ')
  if (Array.isArray(type)) return type.map((one) => shapeOf({ ...schema, type: one }, indent)).join(' | ')
  if (type === 'array') return listShape(items, indent)
  if (properties) return objectShape(schema, indent)
  if (type === 'object') return `{ [name]: ${shapeOf(additionalProperties ?? true, indent)} }`
  return [type ?? 'anything', ...(schema.format ? [`(${schema.format})`] : [])].join(' ')
}

function listShape(items: JsonSchema['items'], indent: string): string {
  const item = shapeOf(items === undefined || Array.isArray(items) ? true : items, indent)
  return item.includes(' | ') && !item.startsWith('{') ? `(${item})[]` : `${item}[]`
}

function objectShape({ properties = {}, required = [] }: JsonSchema, indent: string): string {
  const inner = `${indent}  `
  const lines = Object.entries(properties).map(([name, value]) => {
    const hint = typeof value === 'object' && value.description ? `  // ${value.description}` : ''
    const fallback =
      typeof value === 'object' && value.default !== undefined ? ` = ${JSON.stringify(value.default)}` : ''
    const optional = required.includes(name) ? '' : '?'
    return `${inner}${name}${optional}: ${shapeOf(value, inner)}${fallback}${hint}\n`
  })
  return `{\n${lines.join('')}${indent}}`
}
