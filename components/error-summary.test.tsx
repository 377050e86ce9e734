import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ErrorSummary } from './error-summary'

test('every message leads to its control, in the order of the page; the form’s own leads nowhere', () => {
  const errors = { email: 'Enter an address', role: undefined, '': 'Try again', name: 'Enter a name' }
  const drawn = renderToStaticMarkup(<ErrorSummary title="Not saved" errors={errors} prefix="q-" />)
  expect(drawn.match(/<li>.*?<\/li>/g)).toEqual([
    '<li><a href="#q-email">Enter an address</a></li>',
    '<li>Try again</li>',
    '<li><a href="#q-name">Enter a name</a></li>',
  ])
})

test('nothing wrong, nothing said', () => {
  expect(renderToStaticMarkup(<ErrorSummary title="Not saved" errors={{}} />)).toBe('')
})
