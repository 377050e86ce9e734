import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { DecisionNotice } from './decision-notice'

test('an undo says how many are as before, and which', () => {
  const html = renderToStaticMarkup(<DecisionNotice undone="2" codes="ABCDEF GHJKLM" />)
  expect(html).toContain('2 proposals are as before the last decision or recommendation')
  expect(html).toContain('ABCDEF GHJKLM')
})
