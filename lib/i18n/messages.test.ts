import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { expect, test } from 'vitest'
import en from './en'
import zh from './zh'

/** Every text by its path, `blog.title`. */
function textsOf(messages: object, path: string[] = []): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? textsOf(value, [...path, key])
      : [[[...path, key].join('.'), String(value)] as [string, string]],
  )
}

/** The values that a text takes, and of a choice between words its words. */
function argumentsOf(elements: MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return []
    if (element.type === TYPE.select || element.type === TYPE.plural) {
      const inside = Object.values(element.options).flatMap(({ value }) => argumentsOf(value))
      const words = element.type === TYPE.select ? Object.keys(element.options).sort().join('|') : ''
      return [`${element.value} ${words}`.trim(), ...inside]
    }
    if (element.type === TYPE.tag) return [`<${element.value}>`, ...argumentsOf(element.children)]
    return [element.value]
  })
}

const [english, chinese] = [new Map(textsOf(en)), new Map(textsOf(zh))]
const values = (text: string) => [...new Set(argumentsOf(parse(text)))].sort()

test('both languages say the same things', () => {
  expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort())
})

test.each([...english])('%s takes the same values in both languages', (path, text) => {
  const other = chinese.get(path) ?? ''
  expect(values(other)).toEqual(values(text))
})

test('no Chinese text was left in English', () => {
  const left = [...chinese].filter(
    ([path, text]) => text === english.get(path) && /[a-z]{3}/i.test(text.replace(/\{[^}]*\}/g, '')),
  )
  expect(left.map(([path]) => path)).toEqual(KEPT)
})

/** Names that are the same in every language. */
const KEPT: string[] = []
