import { z } from 'zod'
import { ENDPOINTS } from '@/features/access/table'
import { methodOf, pathOf } from '../rules'
import type { Endpoint } from '../schema'

const schemaOf = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return json
}

const PROBLEM = {
  description: 'A problem (RFC 9457)',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

/** OpenAPI 3.1, made from the endpoints' own zod schemas. */
export function formatOpenApi(endpoints: readonly Endpoint[], site: { name: string; url: string }) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const endpoint of endpoints) {
    const path = pathOf(endpoint)
    paths[path] = { ...paths[path], [methodOf(endpoint).toLowerCase()]: operation(endpoint) }
  }
  return {
    openapi: '3.1.0',
    info: { title: `${site.name}: API`, version: '1' },
    servers: [{ url: `${site.url}/api/v1` }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'lect_…' } },
      schemas: { Problem: schemaOf(Problem, 'output') },
    },
  }
}

const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  current: z.unknown().optional(),
})

function operation(endpoint: Endpoint) {
  const { name, summary, body, query, answer } = endpoint
  const method = methodOf(endpoint)
  const isWrite = method === 'PUT' || method === 'PATCH'
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
      ...(method === 'POST' ? [header('Idempotency-Key', 'Makes a repeated request safe for 24 hours', false)] : []),
    ],
    ...(body
      ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body, 'input') } } } }
      : {}),
    responses: {
      default: PROBLEM,
      '2XX': { description: 'Done', content: { 'application/json': { schema: schemaOf(answer, 'output') } } },
    },
  }
}

function header(name: string, description: string, required: boolean) {
  return { name, in: 'header', description, required, schema: { type: 'string' } }
}

function pathParameters(path: string) {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
}

function queryParameters(query: z.ZodType | null) {
  const { properties = {}, required = [] } = query ? schemaOf(query, 'input') : {}
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }))
}
