import { expect, test } from 'vitest'
import { aDrawing } from '@/tests/drawings'
import type { Tree } from '../schema/tree'
import { textHtml } from './text-html'
import { textMarkdown } from './text-markdown'

const journey = { origin: 'https://example.org', url: 'https://example.org/blog/own' }
const head = { title: 'T', summary: 'S', date: null, authors: [], language: 'en', tags: [], canonical: journey.url }

const link = (href: string, words: string): Tree[number] => ({
  is: 'paragraph',
  of: ['See ', { is: 'link', href, of: [{ is: 'strong', of: [words] }] }, '.'],
})
const tree: Tree = [
  link('/blog/soon', 'what is coming'),
  { is: 'quote', of: [link('/blog/soon#part', 'a part of it')] },
  link('/blog/out', 'what is out'),
]

test('a link to a text that is not out leaves the site as its words, in feeds and in files', () => {
  const drawing = aDrawing({ live: { hidden: new Set(['/blog/soon', '/blog/soon#part']) } })
  const html = textHtml(tree, { ...journey, drawing })
  const markdown = textMarkdown(head, tree, { ...journey, drawing })
  for (const text of [html, markdown]) expect(text).not.toContain('soon')
  expect(html).toContain('<p>See <strong>what is coming</strong>.</p>')
  expect(html).toContain('<p>See <strong>a part of it</strong>.</p>')
  expect(html).toContain('<a href="https://example.org/blog/out"><strong>what is out</strong></a>')
  expect(markdown).toContain('See **what is coming**.')
  expect(markdown).toContain('[**what is out**](https://example.org/blog/out)')
})

test('once it is out, the link is one', () => {
  const html = textHtml(tree, { ...journey, drawing: aDrawing() })
  expect(html).toContain('<a href="https://example.org/blog/soon#part">')
})
