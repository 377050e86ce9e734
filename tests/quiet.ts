import { afterEach, beforeEach, expect, vi } from 'vitest'

/** What is written to console.error is a defect that nobody looked at: the test that did it fails. */
const spy = vi.spyOn(console, 'error')
beforeEach(() => void spy.mockClear())
afterEach(() => expect(spy.mock.calls, 'console.error was called').toEqual([]))
