import { expect, test, vi } from 'vitest'
import { highlight } from './highlight'

test('a machine that takes seconds for a line colours it as a fast one does', () => {
  let now = 0
  vi.spyOn(Date, 'now').mockImplementation(() => {
    now += 1_000
    return now
  })
  const [comment, declaration] = highlight('// Level is the level of that day.\nfunc Level(day string) {', 'go')
  vi.restoreAllMocks()
  expect(comment?.tokens).toEqual([['comment', '// Level is the level of that day.']])
  expect(declaration?.tokens[0]).toEqual(['keyword', 'func'])
})
