import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from 'vitest'
import { describeApi } from '@/app/api/v1/endpoints'
import { ENDPOINTS } from '@/features/access/table'
import { formatDocs } from '@/features/api/formats/docs'

const api = describeApi()

test('the document is valid OpenAPI 3.1 and every reference in it leads somewhere', async () => {
  const validator = new Validator()
  const { valid, errors } = await validator.validate(structuredClone(api))
  expect(errors ?? []).toEqual([])
  expect([valid, validator.version]).toEqual([true, '3.1'])
  const references = [...JSON.stringify(api).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name)
  expect(new Set(references)).toEqual(new Set(Object.keys(api.components.schemas)))
})

test('it has an operation for every endpoint, each under a name of its own', () => {
  const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId }]) => [`${method.toUpperCase()} ${path}`, operationId]),
  )
  expect(operations.map(([name]) => name).sort()).toEqual(Object.keys(ENDPOINTS).sort())
  expect(new Set(operations.map(([, id]) => id)).size).toBe(operations.length)
})

test('what is open to all says so, and what changes a version asks for it', () => {
  expect(api.paths['/events']?.get?.security).toContainEqual({})
  expect(api.paths['/events/{event}/ranking']?.get?.security).toEqual([{ token: [] }])
  const patch = api.paths['/events/{event}/proposals/{code}']?.patch
  expect(patch?.parameters).toContainEqual(expect.objectContaining({ name: 'If-Match', required: true }))
})

test('the page for people names every endpoint and schema, and holds nothing of elsewhere', () => {
  const page = formatDocs(api, { accent: { light: '#123456', dark: '#abcdef' } })
  for (const [path, methods] of Object.entries(api.paths)) {
    expect(page).toContain(path)
    for (const { operationId, summary } of Object.values(methods)) {
      expect(page).toContain(`id="${operationId}"`)
      expect(page).toContain(summary.replace(/"/g, '&quot;').replace(/'/g, '&#39;'))
    }
  }
  for (const name of Object.keys(api.components.schemas)) expect(page).toContain(`id="schema-${name}"`)
  for (const [, name] of page.matchAll(/href="#([^"]+)"/g)) expect(page).toContain(`id="${name}"`)
  expect(page).toContain('items: <a href="#schema-Proposal">Proposal</a>[]')
  expect(page).not.toMatch(/<script|<link|<img|src=|@import/)
})

test('a text with markup stays a text', () => {
  const named = { ...api, info: { ...api.info, title: '<b>&"' } }
  expect(formatDocs(named, { accent: { light: '#123456', dark: '#abcdef' } })).toContain(
    '<h1>&lt;b&gt;&amp;&quot;</h1>',
  )
})
