import { expect, test } from 'vitest'
import { evidenceFor } from './criteria'

const criteria = [
  { slug: 'users', shownBy: null },
  { slug: 'security', shownBy: 'audits' as const },
]
const audit = (date: string, url?: string) => ({ date, type: 'security', vendor: 'Ada Lab', ...(url ? { url } : {}) })

test('what a project says comes first, and the newest audit that can be read shows the rest', () => {
  const audits = [audit('2020-01-01', 'https://example.org/a'), audit('2021-01-01')]
  expect([...evidenceFor(criteria, { criteria: [{ criterion: 'users' }, { criterion: 'gone' }], audits })]).toEqual([
    ['users', { criterion: 'users' }],
    ['security', { criterion: 'security', evidence: 'https://example.org/a', note: 'Ada Lab, 2020-01-01' }],
  ])
  const own = { criterion: 'security', evidence: '/blog/some-audit' }
  expect(evidenceFor(criteria, { criteria: [own], audits }).get('security')).toEqual(own)
  expect(evidenceFor(criteria, { criteria: [], audits: [audit('2021-01-01')] }).size).toBe(0)
})
