import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import { badgeSvg } from './badge'

test.each(['sandbox', 'incubating', 'graduated', 'archived'] as const)(
  'a %s badge is well-formed and says what it shows',
  (level) => {
    const svg = badgeSvg(level, { foundation: 'A & B', project: 'Tide <1>', level })
    expect(XMLValidator.validate(svg)).toBe(true)
    const { svg: root } = new XMLParser({ ignoreAttributes: false }).parse(svg)
    expect(root.title['#text']).toBe(`Tide <1>: ${level} (A & B)`)
    expect(root['@_role']).toBe('img')
  },
)
