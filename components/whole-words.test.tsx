import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { WholeWords } from './whole-words'

const drawn = (text: string) => renderToStaticMarkup(<WholeWords>{text}</WholeWords>)

test('a short compound of a title stays on one line, and nothing else is changed', () => {
  expect(drawn('JD.com: an eighteen-day sale')).toBe('JD.com: an <span class="nowrap">eighteen-day</span> sale')
  expect(drawn('A sixteen-letters compound')).toContain('<span class="nowrap">sixteen-letters</span>')
  for (const title of [
    'Nothing to join',
    'Half a year – or more',
    '2018-09-01',
    'Internationalisation-and-localisation',
  ])
    expect(drawn(title)).toBe(title)
})
