import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ENDPOINTS_OF_ALL_FEATURES } from '@/app/api/v1/endpoints'
import { match } from '@/features/api/rules'

const text = readFileSync('docs/api.md', 'utf8')
const shells = [...text.matchAll(/^```sh\n([\s\S]*?)^```/gm)].map(([, block = '']) => block.replace(/\\\n\s*/g, ' '))
const examples = shells.flatMap((block) => block.split(/^(?=curl )/m)).filter((command) => command.startsWith('curl '))

/** What a command of curl asks for: the part of the address behind `$API`, and what is sent. */
function read(command: string) {
  const method = /-X (\w+)/.exec(command)?.[1] ?? 'GET'
  const [path = '', query = ''] = (/"?\$API([^\s"]*)/.exec(command)?.[1] ?? '').split('?')
  const json = /-d '([\s\S]*)'/.exec(command)?.[1]
  const fields = [...command.matchAll(/-F '(\w+)=([^']*)'/g)].map(([, name = '', value = '']) => [
    name,
    value.startsWith('@') ? new File(['x'], value.slice(1)) : value,
  ])
  return {
    ...{ method, json, fields, headers: command },
    path: path.split('/').slice(1),
    query: Object.fromEntries(new URLSearchParams(query)),
  }
}

test('docs/api.md has examples', () => {
  expect(examples.length).toBeGreaterThan(35)
})

test.each(examples)('%s', (command) => {
  const { method, path, query, json, fields, headers } = read(command)
  const found = match(ENDPOINTS_OF_ALL_FEATURES, method, path)
  if (!found.found) throw new Error('There is no such endpoint')
  const { endpoint } = found
  expect(endpoint.query?.safeParse(query).error?.issues ?? []).toEqual([])
  const body = json === undefined ? Object.fromEntries(fields) : JSON.parse(json)
  expect(endpoint.body?.safeParse(body).error?.issues ?? []).toEqual([])
  if (fields.length > 0) expect(endpoint.takesFile).toBe(true)
  if (json !== undefined) expect(headers).toContain('Content-Type: application/json')
  expect(/If-Match: "\d+"/.test(headers)).toBe(method === 'PUT' || method === 'PATCH')
})
