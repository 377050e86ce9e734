import { expect, test } from 'vitest'
import { isTooBusy } from './busy'

test('who gave up waiting is told apart from what broke', () => {
  const withCode = (code: string) => Object.assign(new Error('Prisma'), { code })
  expect(isTooBusy(withCode('P2028'))).toBe(true)
  expect(isTooBusy(new Error('timeout exceeded when trying to connect'))).toBe(true)
  expect(isTooBusy(withCode('P2002'))).toBe(false)
  expect(isTooBusy('P2028')).toBe(false)
})
