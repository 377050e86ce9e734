import { expect, test } from 'vitest'
import { problemsOf } from './error-summary'

test('every message leads to its control, in the order of the page', () => {
  expect(problemsOf({ email: 'Enter an address', role: undefined, name: 'Enter a name' })).toEqual([
    { field: 'email', message: 'Enter an address' },
    { field: 'name', message: 'Enter a name' },
  ])
})
