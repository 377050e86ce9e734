import { expect, test } from 'vitest'
import { COUNTRY_CODES, countryCode, countryName } from './countries'
import { LANGUAGE_CODES, languageCode, languageName } from './languages'

test('every country is found by each name that it is shown with', () => {
  for (const code of COUNTRY_CODES) expect(countryCode(countryName(code, 'en')), code).toBe(code)
  for (const code of COUNTRY_CODES) expect(countryCode(countryName(code, 'zh')), code).toBe(code)
})

test.each([
  ['USA', 'US'],
  ['the United States of America', 'US'],
  ['UK', 'GB'],
  ['Scotland', 'GB'],
  ['Türkiye', 'TR'],
  ['Viet Nam', 'VN'],
  ['Deutschland', 'DE'],
  ['South Korea', 'KR'],
  ['Côte d’Ivoire', 'CI'],
  ['CA', null],
  ['Atlantis', null],
  ['', null],
])('“%s” is %s', (text, code) => {
  expect(countryCode(text)).toBe(code)
})

test('every language is found by its names and its code, and nothing else is one', () => {
  for (const code of LANGUAGE_CODES)
    for (const text of [code, languageName(code, 'en'), languageName(code, 'zh')])
      expect(languageCode(text), text).toBe(code)
  expect(['Mandarin', 'Brazilian Portuguese', 'Français', 'Klingonese', ''].map(languageCode)).toEqual([
    'zh',
    'pt',
    'fr',
    null,
    null,
  ])
})
