/** ISO 639-1, and what of the rest people speak on stages. */
const CODES =
  'af am ar as az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu ha he hi hr hu hy id ig is it ja ka kk km kn ko ku ky lb lo lt lv mg mk ml mn mr ms mt my ne nl no nb nn or pa pl ps pt ro ru rw sd si sk sl so sq sr sv sw ta te tg th tk tl tr uk ur uz vi wo xh yo yue zh zu'.split(
    ' ',
  )
export const LANGUAGE_CODES: readonly string[] = CODES

/** Names that files and forms have for them, beside those that every system knows. */
const ALSO: Readonly<Record<string, string>> = {
  mandarin: 'zh',
  'mandarin chinese': 'zh',
  'simplified chinese': 'zh',
  'traditional chinese': 'zh',
  putonghua: 'zh',
  'brazilian portuguese': 'pt',
  castilian: 'es',
  castellano: 'es',
  farsi: 'fa',
  filipino: 'tl',
  flemish: 'nl',
  kiswahili: 'sw',
  norsk: 'no',
  'british english': 'en',
  'american english': 'en',
}

const names = new Map<string, Intl.DisplayNames>()

/** What a language is called in this language. */
export function languageName(code: string, locale: string): string {
  const known = names.get(locale) ?? new Intl.DisplayNames(locale === 'zh' ? 'zh-CN' : locale, { type: 'language' })
  names.set(locale, known)
  return known.of(code) ?? code
}

let byName: Map<string, string> | undefined

/** The code of a language that is named in English, in itself or by its code, or null. */
export function languageCode(text: string): string | null {
  const name = normalized(text)
  byName ??= new Map([
    ...CODES.flatMap((code) => [
      ...['en', 'zh', code].map((locale): [string, string] => [normalized(languageName(code, locale)), code]),
      [code, code] as [string, string],
    ]),
    ...Object.entries(ALSO),
  ])
  return byName.get(name) ?? byName.get(name.replace(/[-_ ].*$/, '')) ?? null
}

function normalized(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[.()]/g, '').replace(/\s+/g, ' ').trim()
}
