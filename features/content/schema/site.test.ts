import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { lineOf, problemsOf } from './problems'
import { Site } from './site'
import { readYaml } from './yaml'

const text = readFileSync('content/site.yaml', 'utf8')

function problemsIn(source: string): string[] {
  const { problems, refuse } = problemsOf('content/site.yaml')
  readYaml(Site, source, 1, refuse)
  return problems.map(lineOf)
}

/** The line that holds these words, from 1. */
const lineWith = (words: string) => text.split('\n').findIndex((line) => line.includes(words)) + 1

test('the site of this repository is one', () => {
  expect(problemsIn(text)).toEqual([])
})

test.each([
  ["light: '#1b4b91'", 'light: blue', 'accent.light must be a colour such as #1b4b91'],
  ['timeZone: UTC', 'timeZone: Mars/Olympus', 'timeZone must be an IANA time zone, such as Europe/Berlin'],
  ['contact: hello@example.org', 'contact: nobody', 'contact must be an e-mail address'],
  ['href: /projects', 'href: projects', 'must be a path of this site'],
  ['label: { en: Projects, zh: 项目 }', 'label: { en: Projects }', 'navigation.0.label has no text for zh'],
])('%s replaced by %s names its line', (before, after, message) => {
  const [problem, ...others] = problemsIn(text.replace(before, after))
  expect(others).toEqual([])
  expect(problem).toMatch(new RegExp(`^content/site.yaml:${lineWith(before)}:\\d+ `))
  expect(problem).toContain(message)
})

test('an alias that multiplies itself is refused, not expanded', () => {
  const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
    .split('')
    .map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghi'[at]}`).join(',')}]`)
    .join('\n')}`
  expect(problemsIn(bomb).length).toBeGreaterThan(0)
})
