import { Email } from '@/features/access/schema'
import { countryCode, countryName } from '@/lib/countries'
import { languageCode } from '@/lib/languages'
import { oneLine } from '@/lib/text'
import type { ImportedPerson } from '../rules/imported'
import { handleOf, LINKS, type LinkKind, type Links } from '../schema/handles'
import { plainBio } from './bio'
import type { RawRecord } from './records'

const TEXTS = ['name', 'bio', 'company', 'pronouns', 'location', 'email', ...LINKS] as const
const LISTS = ['languages', 'projects', 'expertise', 'category'] as const
/** Known, and not taken: pictures are their person's to give, and nothing here needs the others. */
const LEFT = ['image', 'certdirectory', 'slack_id']
const KNOWN: readonly string[] = [...TEXTS, ...LISTS, ...LEFT]
const LONGEST_BIO = 2_000

type Note = (line: number, text: string) => void

/** What a record says, as this site writes it; what it does not understand it drops and notes. Null without a name. */
export function readPerson(record: RawRecord, note: Note): ImportedPerson | null {
  const { number, line, fields, lines, twice } = record
  const say = (field: string, text: string) => note(lines.get(field) ?? line, `record ${number}, ${field}: ${text}`)
  for (const field of twice) say(field, 'is there twice; the last counts')
  for (const field of Object.keys(fields)) if (!KNOWN.includes(field)) say(field, unknownField(field, fields))
  const text = (field: string) => textOf(fields[field], (why) => say(field, why))
  const list = (field: string) => listOf(fields[field], (why) => say(field, why))

  const name = oneLine(text('name')).slice(0, 120)
  if (name === '') {
    note(line, `record ${number}: has no name; left out`)
    return null
  }
  const place = placeOf(text('location'), (why) => say('location', why))
  const languages = list('languages').map((word) => ({ word, code: languageCode(word) }))
  for (const { word, code } of languages) if (!code) say('languages', `“${word}” is no language known; dropped`)
  const bio = plainBio(text('bio'))
  if (bio.length > LONGEST_BIO) say('bio', `is longer than ${LONGEST_BIO} characters; cut`)
  return {
    ...{ number, line, name, ...place },
    email: emailOf(text('email'), (why) => say('email', why)),
    links: linksOf(text, say),
    affiliation: oneLine(text('company')).slice(0, 120),
    bio: bio.length > LONGEST_BIO ? `${bio.slice(0, LONGEST_BIO - 2).replace(/\s+\S*$/, '')} …` : bio,
    pronouns: oneLine(text('pronouns')).slice(0, 40),
    languages: [...new Set(languages.flatMap(({ code }) => code ?? []))],
    expertise: [...new Set(list('expertise').map((word) => word.slice(0, 60)))],
    projects: [...new Set(list('projects'))],
    isAmbassador: list('category').some((word) => /^ambassadors?$/i.test(word)),
  }
}

/** The fields of the format that are dropped from every record that has them. */
export function leftFields(records: RawRecord[]): { field: string; count: number }[] {
  const count = (field: string) =>
    records.filter(({ fields }) => ![undefined, null, ''].some((no) => no === fields[field])).length
  return LEFT.map((field) => ({ field, count: count(field) })).filter(({ count }) => count > 0)
}

function textOf(value: unknown, say: (why: string) => void): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'string') return value.trim()
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value) && value.length === 0) return ''
  if (Array.isArray(value) && typeof value[0] === 'string') {
    say('is a list where one was expected; the first counts')
    return value[0].trim()
  }
  say('is no text; dropped')
  return ''
}

function listOf(value: unknown, say: (why: string) => void): string[] {
  if (value === undefined || value === null || value === '') return []
  if (typeof value === 'string')
    return value
      .split(/\s*[,;]\s*/)
      .map(oneLine)
      .filter(Boolean)
  if (!Array.isArray(value)) {
    say('is no list; dropped')
    return []
  }
  const texts = value.filter((item): item is string => typeof item === 'string')
  if (texts.length < value.length) say('holds something that is no text; dropped')
  return texts.map(oneLine).filter(Boolean)
}

function emailOf(text: string, say: (why: string) => void): string | null {
  if (text === '') return null
  const email = Email.safeParse(text.replace(/^mailto:/i, ''))
  if (!email.success) say(`“${text}” is no address; dropped`)
  return email.data ?? null
}

function linksOf(text: (field: string) => string, say: (field: string, why: string) => void): Links {
  const found = LINKS.flatMap((kind): [LinkKind, string][] => {
    const typed = text(kind)
    const handle = typed === '' ? '' : handleOf(kind, typed)
    if (handle === null) say(kind, `“${typed}” is no ${kind} address or handle; dropped`)
    return handle ? [[kind, handle]] : []
  })
  return Object.fromEntries(found)
}

/** “City, State, Country”, or as much of it as is there. */
function placeOf(location: string, say: (why: string) => void): { country: string; city: string } {
  const parts = location
    .split(/\s*[,，]\s*/)
    .map(oneLine)
    .filter(Boolean)
  const country = countryCode(parts.at(-1) ?? '')
  const city = (country ? parts.slice(0, -1) : parts)[0] ?? ''
  if (!country && parts.length > 0) say(`no country in “${location}”; ${city} is taken as the city`)
  // A city that is its country: “Singapore, Singapore”.
  const isTwice = country !== null && countryName(country, 'en') === city
  return { country: country ?? '', city: isTwice ? '' : city.slice(0, 80) }
}

function unknownField(field: string, fields: Record<string, unknown>): string {
  const near = KNOWN.find((known) => !(known in fields) && distance(field.toLowerCase(), known) <= 2)
  return `is no field of the format${near ? `; is it “${near}”?` : ''}; dropped`
}

/** How many letters two words differ by (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (letter === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row.at(-1) ?? 0
}
