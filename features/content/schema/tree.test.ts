import { expect, test } from 'vitest'
import { contentsIn, treeIn } from './tree'

test('a stored tree and its contents come back as they are', () => {
  const tree = [{ is: 'heading', level: 2, id: 'why', of: ['Why'] }, { is: 'rule' }]
  const contents = [{ level: 2, id: 'why', text: 'Why' }]
  expect(treeIn(tree)).toBe(tree)
  expect(contentsIn(contents)).toBe(contents)
})

test.each([[null], [{}], ['text'], [['text']], [[null]], [[{ kind: 'rule' }]], [[{ is: 4 }]]])(
  '%j is refused as a tree',
  (stored) => {
    expect(() => treeIn(stored)).toThrow('not a tree')
  },
)

test.each([[null], [[{ level: 4, id: 'why', text: 'Why' }]], [[{ level: 2, id: 'why' }]], [['Why']]])(
  '%j is refused as a table of contents',
  (stored) => {
    expect(() => contentsIn(stored)).toThrow('is none')
  },
)
