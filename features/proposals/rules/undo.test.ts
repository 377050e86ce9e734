import { expect, test } from 'vitest'
import { lastUndoable, newsKind } from '../rules'
import { MOVES, type MoveName, moveRow } from '../table'

const MOVE_NAMES = Object.keys(MOVES) as MoveName[]

test('every move is undone by one that there is, or says that nothing does', () => {
  for (const move of MOVE_NAMES) {
    const { undone, keepsBefore } = moveRow(move)
    expect([...MOVE_NAMES, 'none']).toContain(undone.by)
    expect(undone.by === 'undo').toBe(keepsBefore === true)
  }
})

test('undone is the last word of the committee that nobody has been told, one after the other', () => {
  const log = (...moves: [string, string?][]) =>
    moves.map(([move, undoes], at) => ({ id: `${at + 1}`, move, undoes: undoes ?? null }))
  expect(lastUndoable(log(['submit']))).toBeNull()
  expect(lastUndoable(log(['submit'], ['recommend'], ['decide'], ['edit']))?.id).toBe('3')
  expect(lastUndoable(log(['submit'], ['recommend'], ['decide'], ['undo', '3']))?.id).toBe('2')
  expect(lastUndoable(log(['submit'], ['decide'], ['undo', '2']))).toBeNull()
  expect(lastUndoable(log(['submit'], ['decide'], ['announce']))).toBeNull()
  expect(lastUndoable(log(['submit'], ['decide'], ['announce'], ['correct']))?.id).toBe('4')
  expect(lastUndoable(log(['submit'], ['decide'], ['announce'], ['correct'], ['undo', '4']))).toBeNull()
  expect(lastUndoable(log(['submit'], ['decide'], ['withdraw'], ['submit']))).toBeNull()
})

test('what is told is the first word, a place that became free, or a correction', () => {
  expect(newsKind({ announced: null, decision: 'rejected' })).toBe('decision')
  expect(newsKind({ announced: 'waitlisted', decision: 'accepted' })).toBe('promotion')
  expect(newsKind({ announced: 'accepted', decision: 'rejected' })).toBe('correction')
  expect(newsKind({ announced: 'waitlisted', decision: 'rejected' })).toBe('correction')
})
