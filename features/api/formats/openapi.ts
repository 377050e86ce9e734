import { z } from 'zod'
import { ENDPOINTS } from '@/features/access/table'
import { methodOf, pathOf } from '../rules'
import { type Endpoint, nameOf } from '../schema'

export type JsonSchema = z.core.JSONSchema.BaseSchema
/** Schemas with a name of their own, written once. */
type Components = Record<string, JsonSchema>

const PROBLEM = {
  description: 'A problem (RFC 9457)',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

/** OpenAPI 3.1, made from the endpoints' own zod schemas. */
export function formatOpenApi(endpoints: readonly Endpoint[], site: { name: string; url: string }) {
  const schemas: Components = { Problem: schemaOf(Problem, 'output', {}) }
  const paths: Record<string, Record<string, Operation>> = {}
  for (const endpoint of endpoints) {
    const path = pathOf(endpoint)
    paths[path] = { ...paths[path], [methodOf(endpoint).toLowerCase()]: operation(endpoint, schemas) }
  }
  return {
    openapi: '3.1.0',
    info: { title: `${site.name}: API`, version: '1' },
    servers: [{ url: `${site.url}/api/v1` }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'lect_…' } },
      schemas,
    },
  }
}
export type OpenApi = ReturnType<typeof formatOpenApi>

const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  current: z.unknown().optional(),
})

export type Operation = ReturnType<typeof operation>

function operation(endpoint: Endpoint, schemas: Components) {
  const { name, summary, body, query, takesFile } = endpoint
  const method = methodOf(endpoint)
  const isWrite = method === 'PUT' || method === 'PATCH'
  const requestBody = body && {
    required: true,
    content: contentOf(schemaOf(body, 'input', schemas), [
      'application/json',
      ...(takesFile ? ['multipart/form-data'] : []),
    ]),
  }
  return {
    summary,
    operationId: name
      .toLowerCase()
      .replace(/[^a-z]+/g, '-')
      .replace(/-$/, ''),
    security: ENDPOINTS[name] === 'open' ? [{}, { token: [] }] : [{ token: [] }],
    parameters: [
      ...pathParameters(pathOf(endpoint)),
      ...queryParameters(query),
      ...(isWrite ? [header('If-Match', 'The version that was read, as its ETag said it', true)] : []),
      ...(method === 'DELETE' ? [header('If-Match', 'Only where nobody has changed it since', false)] : []),
      ...(method === 'POST' ? [header('Idempotency-Key', 'Makes a repeated request safe for 24 hours', false)] : []),
    ],
    ...(requestBody ? { requestBody } : {}),
    responses: {
      default: PROBLEM,
      '2XX': { description: 'Done', ...answerOf(endpoint, schemas) },
    },
  }
}

const contentOf = (schema: JsonSchema, types: readonly string[]): Content =>
  Object.fromEntries(types.map((type) => [type, { schema }]))
type Content = Record<string, { schema: JsonSchema }>

/** Nothing at all where there is nothing to say. */
function answerOf({ answer, media }: Endpoint, schemas: Components): { content?: Content } {
  const json = answer ? contentOf(schemaOf(answer, 'output', schemas), ['application/json']) : {}
  const content = { ...json, ...contentOf({ type: 'string', format: 'binary' }, media) }
  return Object.keys(content).length > 0 ? { content } : {}
}

interface Parameter {
  name: string
  in: string
  description?: string
  required: boolean
  schema: JsonSchema
}

function header(name: string, description: string, required: boolean): Parameter {
  return { name, in: 'header', description, required, schema: { type: 'string' } }
}

function pathParameters(path: string): Parameter[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
}

function queryParameters(query: z.ZodType | null): Parameter[] {
  const { properties = {}, required = [] } = query ? schemaOf(query, 'input', {}) : {}
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema: typeof schema === 'boolean' ? {} : schema,
  }))
}

/** A schema as JSON; one with a name moves to the components, and a reference stays in its place. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output', schemas: Components): JsonSchema {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      // The format says it, and every whole number that JSON carries is safe.
      if (jsonSchema.format) delete jsonSchema.pattern
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
      const name = nameOf(zodSchema)
      if (!name) return
      schemas[name] = { ...jsonSchema }
      for (const key of Object.keys(jsonSchema)) Reflect.deleteProperty(jsonSchema, key)
      jsonSchema.$ref = `#/components/schemas/${name}`
    },
  })
  return json
}
