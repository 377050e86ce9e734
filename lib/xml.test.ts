import { XMLParser } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import { element, xmlDocument } from './xml'

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'

test('what looks like markup or an entity stays text', () => {
  const text = 'a&nbsp;b &amp; <b> ]]> "quoted" &#65; & <!-- no -->'
  const xml = xmlDocument(element('talk', { title: text }, text))
  const read = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@' }).parse(xml)
  expect(read.talk).toEqual({ '#text': text, '@title': text })
})

test('what is null is left out, what is empty is not', () => {
  const root = element('a', { x: null, y: '' }, [null, element('b', {})])
  expect(xmlDocument(root)).toBe(`${HEAD}<a y="">\n  <b/>\n</a>\n`)
})

test('no control character gets through', () => {
  expect(xmlDocument(element('a', { b: '\u0001c' }, 'd\u0000\ud800e'))).toBe(`${HEAD}<a b="c">de</a>\n`)
})
