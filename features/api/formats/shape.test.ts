import { expect, test } from 'vitest'
import type { JsonSchema } from './openapi'
import { shapeOf } from './shape'

test.each<[JsonSchema, string]>([
  [{ type: 'string' }, 'string'],
  [{ type: 'string', format: 'date' }, 'string (date)'],
  [{ type: ['string', 'null'] }, 'string | null'],
  [{ enum: ['a', 1] }, '"a" | 1'],
  [{ type: 'array', items: { type: ['string', 'null'] } }, '(string | null)[]'],
  [{ type: 'object', additionalProperties: { type: 'integer' } }, '{ [name]: integer }'],
  [{ $ref: '#/components/schemas/Proposal' }, 'Proposal'],
  [{}, 'anything'],
])('%j is %s', (schema, shape) => {
  expect(shapeOf(schema)).toBe(shape)
})

test('an object has a line for each field, with what is optional, its default and its meaning', () => {
  const schema: JsonSchema = {
    type: 'object',
    required: ['code'],
    properties: {
      code: { type: 'string', description: 'Six letters' },
      rooms: { type: 'array', default: [], items: { type: 'object', properties: { slug: { type: 'string' } } } },
    },
  }
  expect(shapeOf(schema)).toBe('{\n  code: string  // Six letters\n  rooms?: {\n    slug?: string\n  }[] = []\n}')
})
