import countries from 'i18n-iso-countries'

/** ISO 3166-1 codes, two capitals. */
export const COUNTRY_CODES: readonly string[] = Object.keys(countries.getAlpha2Codes()).sort()

const names = new Map<string, Intl.DisplayNames>()

/** What a country is called in this language; the code itself where nobody knows. */
export function countryName(code: string, locale: string): string {
  const known = names.get(locale) ?? new Intl.DisplayNames(locale === 'zh' ? 'zh-CN' : locale, { type: 'region' })
  names.set(locale, known)
  return COUNTRY_CODES.includes(code) ? (known.of(code) ?? code) : code
}

/** The code of ISO 3166-1 for its number (`840`), as maps know countries. */
export function countryOfNumber(number: string): string | null {
  return countries.numericToAlpha2(number) ?? null
}

/** Parts and former names that people write where they mean the country. */
const ALSO: Readonly<Record<string, string>> = {
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'northern ireland': 'GB',
  'great britain': 'GB',
  us: 'US',
  america: 'US',
  korea: 'KR',
  'republic of korea': 'KR',
  holland: 'NL',
  macedonia: 'MK',
  'viet nam': 'VN',
  'czech rep': 'CZ',
}

/** Languages in which a country may be named in a file. */
const SPOKEN = ['en', 'de', 'es', 'fr', 'it', 'nl', 'pl', 'pt', 'tr', 'zh-CN', 'ja', 'ko']
let byName: Map<string, string> | undefined

/** The code for a country's name in any larger language (`Deutschland`, `USA`), or null. Two letters alone say nothing. */
export function countryCode(text: string): string | null {
  const name = normalized(text)
  if (name === '') return null
  return ALSO[name] ?? known().get(name) ?? countries.getAlpha2Code(text.trim().replace(/^the\s+/i, ''), 'en') ?? null
}

function known(): Map<string, string> {
  byName ??= new Map([
    ...SPOKEN.flatMap((language) => {
      const display = new Intl.DisplayNames(language, { type: 'region' })
      return COUNTRY_CODES.map((code): [string, string] => [normalized(display.of(code) ?? code), code])
    }),
    ...Object.entries(countries.getAlpha3Codes()).map(([three, two]): [string, string] => [normalized(three), two]),
  ])
  return byName
}

function normalized(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[.’'()]/g, '')
    .replace(/^the\s+/, '')
    .replace(/\s+/g, ' ')
    .trim()
}
