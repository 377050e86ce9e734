import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ENDPOINTS_OF_ALL_FEATURES } from '@/app/api/v1/endpoints'
import { ACTIONS, ENDPOINTS, type Need, PAGES } from '@/features/access/table'

const filesBelow = (folder: string) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))

const routeOf = (file: string) =>
  path
    .dirname(file)
    .replace(/^app/, '')
    .replace(/\/\([^)]+\)/g, '') || '/'
const routes = filesBelow('app').filter((file) => /\/(page\.tsx|route\.tsx?)$/.test(file))
const actionFiles = filesBelow('features').filter(
  (file) => /\/actions(\.ts|\/.*\.ts)$/.test(file) && !file.includes('.test.'),
)

test('every page and route has its row, and every row its page', () => {
  expect(routes.map(routeOf).sort()).toEqual(Object.keys(PAGES).sort())
})

test('a page that is not open to all calls the gate with its own row', () => {
  const needs: Record<string, Need> = PAGES
  const ungated = routes.filter((file) => {
    const need = needs[routeOf(file)]
    if (need === 'open' || !file.endsWith('page.tsx')) return false
    const text = readFileSync(file, 'utf8')
    const row = routeOf(file).replace(/[[\]]/g, '\\$&')
    const gate = need === 'demo' ? 'gateDemo' : 'gate(Event)?Page'
    // The row is named in the call, or once above it where the page needs it again.
    return !new RegExp(`${gate}\\(\\s*'${row}'|const route = '${row}'[^]*${gate}\\(\\s*route\\b`).test(text)
  })
  expect(ungated).toEqual([])
})

test('every action is behind the row of its own name, and every row has its action', () => {
  const exported = actionFiles.flatMap((file) => {
    const text = readFileSync(file, 'utf8')
    expect(text, `${file} exports only gated actions`).not.toMatch(
      /export (async )?function|export default|export (let|var|\{)/,
    )
    return [...text.matchAll(/export const (\w+)(?:: [^=]+)? = (\w+)\(\s*'(\w+)'/g)].map(([, name, gate, row]) => {
      expect(['action', 'personAction', 'idAction', 'eventAction'], `${file}: ${name}`).toContain(gate)
      expect(row, file).toBe(name)
      return name
    })
  })
  const all = actionFiles.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^export const (\w+)/gm)].map(([, name]) => name),
  )
  expect(exported.sort()).toEqual(all.sort())
  expect(exported.sort()).toEqual(Object.keys(ACTIONS).sort())
})

test('every endpoint has its row, and every row its endpoint', () => {
  expect(ENDPOINTS_OF_ALL_FEATURES.map(({ name }) => name).sort()).toEqual(Object.keys(ENDPOINTS).sort())
})
