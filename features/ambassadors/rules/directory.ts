import { countryName } from '@/lib/countries'
import { languageName } from '@/lib/languages'

/** What the directory knows of an ambassador to find them by. */
export interface Findable {
  name: string
  affiliation: string | null
  bio: string | null
  city: string | null
  country: string | null
  languages: string[]
  expertise: string[]
  availableToSpeak: boolean
  projects: { slug: string; name: string }[]
  ambassador: 'current' | 'emeritus' | null
}

export interface DirectoryFilter {
  q: string
  country: string | null
  language: string | null
  project: string | null
  expertise: string | null
  available: boolean
  when: 'current' | 'emeritus' | 'all'
  page: number
}

export const NO_FILTER: DirectoryFilter = {
  q: '',
  country: null,
  language: null,
  project: null,
  expertise: null,
  available: false,
  when: 'current',
  page: 1,
}

type Query = Record<string, string | string[] | undefined>

/** The filter that an address states; what it does not understand it takes for absent. */
export function readFilter(query: Query): DirectoryFilter {
  const text = (name: string) => {
    const value = query[name]
    return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 80) : null
  }
  const when = text('when')
  return {
    q: text('q') ?? '',
    country: text('country')?.toUpperCase() ?? null,
    language: text('language'),
    project: text('project'),
    expertise: text('expertise'),
    available: text('available') === 'yes',
    when: when === 'emeritus' || when === 'all' ? when : 'current',
    page: /^[1-9]\d{0,3}$/.test(text('page') ?? '') ? Number(text('page')) : 1,
  }
}

/** The query of the address that states this filter, without what is as it always is. */
export function filterQuery({ q, available, when, page, ...choices }: DirectoryFilter): string {
  const query = new URLSearchParams()
  if (q) query.set('q', q)
  for (const [name, value] of Object.entries(choices)) if (value) query.set(name, value)
  if (available) query.set('available', 'yes')
  if (when !== 'current') query.set('when', when)
  if (page > 1) query.set('page', String(page))
  query.sort()
  return query.toString()
}

/** Those who fit all of it. Every word of `q` stands somewhere in what they say, without regard to case and accents. */
export function filterAmbassadors<P extends Findable>(people: P[], filter: DirectoryFilter): P[] {
  const words = plain(filter.q).split(' ').filter(Boolean)
  const expertise = filter.expertise && plain(filter.expertise)
  return people.filter(
    (person) =>
      (filter.when === 'all' ? person.ambassador !== null : person.ambassador === filter.when) &&
      (filter.country === null || person.country === filter.country) &&
      (filter.language === null || person.languages.includes(filter.language)) &&
      (filter.project === null || person.projects.some(({ slug }) => slug === filter.project)) &&
      (expertise === null || person.expertise.some((each) => plain(each) === expertise)) &&
      (!filter.available || person.availableToSpeak) &&
      (words.length === 0 || hasWords(person, words)),
  )
}

function hasWords(person: Findable, words: string[]): boolean {
  const { name, affiliation, bio, city, country, languages, expertise, projects } = person
  const places = country ? [countryName(country, 'en'), countryName(country, 'zh')] : []
  const spoken = languages.flatMap((code) => [languageName(code, 'en'), languageName(code, 'zh')])
  const all = [name, affiliation, bio, city, ...places, ...spoken, ...expertise, ...projects.map((each) => each.name)]
  const text = plain(all.filter(Boolean).join(' '))
  return words.every((word) => text.includes(word))
}

type Facet = 'country' | 'language' | 'project' | 'expertise'
export interface FacetChoice {
  value: string
  label: string
  count: number
}

/** What can be chosen in one facet while the rest of the filter stays, each with how many that leaves; by label. */
export function facetOf(people: Findable[], filter: DirectoryFilter, facet: Facet, locale: string): FacetChoice[] {
  const choices = new Map<string, FacetChoice>()
  for (const person of filterAmbassadors(people, { ...filter, [facet]: null }))
    for (const { value, label } of valuesIn(person, facet, locale)) {
      const key = facet === 'expertise' ? plain(value) : value
      const known = choices.get(key) ?? { value, label, count: 0 }
      choices.set(key, { ...known, count: known.count + 1 })
    }
  const { compare } = new Intl.Collator(locale === 'zh' ? 'zh-CN' : 'en')
  return [...choices.values()].sort((a, b) => compare(a.label, b.label))
}

function valuesIn(person: Findable, facet: Facet, locale: string): { value: string; label: string }[] {
  const { country, languages, projects, expertise } = person
  if (facet === 'country') return country ? [{ value: country, label: countryName(country, locale) }] : []
  if (facet === 'language') return languages.map((code) => ({ value: code, label: languageName(code, locale) }))
  if (facet === 'project') return projects.map(({ slug, name }) => ({ value: slug, label: name }))
  return expertise.map((words) => ({ value: words, label: words }))
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()
}

const PER_PAGE = 48

/** One page of a long list; an empty one has a page too. */
export function pagesOf<T>(found: T[], page: number): { shown: T[]; pages: number } {
  const pages = Math.max(1, Math.ceil(found.length / PER_PAGE))
  return { shown: found.slice((page - 1) * PER_PAGE, page * PER_PAGE), pages }
}
