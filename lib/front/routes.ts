import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a request for a path is, before anybody is asked. */
export type Route =
  | { kind: 'document'; key: string; url: string; locale: string; keep: Keep; over?: string }
  /** An app page, a file, an API: Next's own business, with the reader's headers. */
  | { kind: 'pass' }

/** What of the answer may be stored. Of a path that no route has, only that it is missing. */
export type Keep = 'all' | 'missing' | 'nothing'

interface Listed {
  /** Parameters that select another document, each with the values that exist. */
  query?: Readonly<Record<string, RegExp>>
  /** Its segments may hold capitals (codes of sessions). */
  capitals?: true
  /** Too many answers to be worth keeping. */
  stored?: false
  /** Its address is a secret: kept by nobody, found by no crawler. `over` is the page for what is not there any more. */
  secret?: { over: string }
}

const page = /^[1-9]\d{0,3}$/
const slug = /^[a-z0-9-]{1,80}$/
const word = /^[^\p{Cc}]{1,60}$/u
/** Where the slider stands. Any other day is drawn for who asks, and not kept: there are too many. */
const firstOfMonth = /^20[1-4]\d-(?:0[1-9]|1[0-2])-01$/
const figures = { unit: word, direction: /^(?:up|down|flat)$/, project: slug, industry: slug }

/** Canonical query parameters per pattern, without the locale. A pattern that is not here has none. */
const listed: Readonly<Record<string, Listed>> = {
  // A search of one's own (`q`) is rendered and not kept.
  '/ambassadors': {
    query: {
      page,
      country: /^[A-Z]{2}$/,
      language: /^[a-z]{2,3}$/,
      project: /^[a-z0-9-]{1,80}$/,
      expertise: /^[^\p{Cc}<>"]{1,60}$/u,
      available: /^yes$/,
      when: /^(?:emeritus|all)$/,
    },
  },
  '/blog': { query: { category: /^(?:announcement|technical|interview|call|case-study)$/, page } },
  '/blog/archive/[year]': { query: { page } },
  '/blog/tags/[tag]': { query: { page } },
  '/blog/authors/[slug]': { query: { page } },
  '/case-studies': {
    query: {
      industry: slug,
      challenge: slug,
      project: slug,
      country: /^[a-z]{2}$/,
      sort: /^(?:organization|industry)$/,
    },
  },
  '/case-studies/figures': { query: { ...figures, sort: /^value$/, page } },
  '/case-studies/figures.csv': { query: figures },
  '/projects': {
    query: {
      level: /^(?:sandbox|incubating|graduated|archived)$/,
      view: /^(?:table|landscape)$/,
      sort: /^(?:level|date)$/,
      category: slug,
      on: firstOfMonth,
      /** Nothing typed is the list itself; what is typed is drawn for who asks. */
      q: /^$/,
    },
  },
  '/changes': { query: { kind: /^(?:level|ambassador|call|schedule|correction)$/, page } },
  '/search': {
    query: { q: /^/, kind: slug, language: slug, project: slug, year: /^\d{4}$/, tag: slug, page },
    stored: false,
  },
  '/preview/[token]': { capitals: true, secret: { over: '/preview-over' } },
  '/events/[event]/schedule': { query: { day: /^\d{4}-\d\d-\d\d$/, track: /^[a-z0-9-]{1,80}$/ } },
  '/events/[event]/sessions/[code]': { capitals: true },
  '/events/[event]/sessions/[code]/session.ics': { capitals: true },
  '/events/[event]/sessionize/view/[view]': { capitals: true },
}

const tracking = /^(?:utm_[a-z]+|fbclid|gclid)$/
/** Whoever sends one of these wants an answer of their own. */
const personal = ['preview', 'token', 'draft']
const plain = /^\/(?:[A-Za-z0-9._~-]+(?:\/[A-Za-z0-9._~-]+)*)?$/
const longest = 1024

interface Pattern {
  segments: string[]
  /** The table's name of it; null for the app's. */
  site: string | null
}

export interface Routes {
  /** `url` is the request's path and query, already known to be decodable. */
  resolve(url: string): Route
  localeOf(path: string): string
}

/** Reads which routes are documents from the build: the group `(site)` is the declaration. First locale: no prefix. */
export function readRoutes(nextDir: string, locales: readonly string[]): Routes {
  const manifest: Record<string, string> = JSON.parse(
    readFileSync(join(nextDir, 'app-path-routes-manifest.json'), 'utf8'),
  )
  return routesOf(manifest, locales)
}

export function routesOf(manifest: Readonly<Record<string, string>>, locales: readonly string[]): Routes {
  const [main = 'en', ...others] = locales
  const patterns = Object.entries(manifest).flatMap(([file, route]) => patternsOf(file, route))
  const localeOf = (path: string) => others.find((locale) => path.split('/')[1] === locale) ?? main

  const find = (path: string): Pattern | null => {
    const segments = path.split('/').filter(Boolean)
    if (others.includes(segments[0] ?? '')) return best(patterns, segments, segments.slice(1))
    return best(patterns, segments, segments)
  }

  const resolve = (url: string): Route => {
    const [path = '/', search = ''] = split(url)
    const first = path.split('/')[1] ?? ''
    if (first === main || first === '_next' || first === 'api') return { kind: 'pass' }
    const found = find(path)
    if (found?.site === null) return { kind: 'pass' }
    const sent = [...new URLSearchParams(search)].filter(([name]) => !tracking.test(name))
    if (sent.some(([name]) => personal.includes(name))) return { kind: 'pass' }
    const row = found?.site ? listed[found.site] : undefined
    // A form sends its empty fields too; they choose nothing.
    const parameters = sent.filter(([name, value]) => value !== '' || !row?.query?.[name])
    const key = keyOf(path, parameters, row)
    const common = { kind: 'document', locale: localeOf(path) } as const
    const secret = row?.secret ? row.secret : {}
    if (key === null) return { ...common, key: `?${url}`, url, keep: 'nothing', ...secret }
    if (!found) return { ...common, key, url: key, keep: 'missing' }
    const isStored = row?.stored !== false && !row?.secret
    return { ...common, key, url: key, keep: isStored ? 'all' : 'nothing', ...secret }
  }

  return { resolve, localeOf }
}

/** The one spelling of a document's address, or null where it has another than the canonical. */
function keyOf(path: string, parameters: [string, string][], row: Listed | undefined): string | null {
  if (!plain.test(path) || (path !== path.toLowerCase() && !row?.capitals)) return null
  const names = new Set(parameters.map(([name]) => name))
  if (names.size < parameters.length) return null
  if (!parameters.every(([name, value]) => row?.query?.[name]?.test(value))) return null
  const search = new URLSearchParams(parameters.sort(([a], [b]) => (a < b ? -1 : 1))).toString()
  const key = search ? `${path}?${search}` : path
  return key.length <= longest ? key : null
}

function patternsOf(file: string, route: string): Pattern[] {
  if (route.startsWith('/_')) return []
  const segments = route.split('/').filter(Boolean)
  if (!file.startsWith('/(site)/')) return [{ segments, site: null }]
  const own = segments[0] === '[locale]' ? segments.slice(1) : segments
  return [{ segments: own, site: `/${own.join('/')}` }]
}

/** The most exact pattern, as Next would choose it; where the app and the site agree, the app's. */
function best(patterns: Pattern[], whole: string[], withoutLocale: string[]): Pattern | null {
  const matching = patterns.filter(({ segments, site }) => fits(segments, site === null ? whole : withoutLocale))
  const rank = ({ segments, site }: Pattern) => segments.map(looseness).join('') + (site === null ? '' : 'z')
  return matching.sort((a, b) => (rank(a) < rank(b) ? -1 : 1))[0] ?? null
}

function fits(pattern: string[], path: string[]): boolean {
  const last = pattern.at(-1) ?? ''
  if (last.startsWith('[[...')) return path.length >= pattern.length - 1 && agree(pattern.slice(0, -1), path)
  if (last.startsWith('[...')) return path.length >= pattern.length && agree(pattern.slice(0, -1), path)
  return path.length === pattern.length && agree(pattern, path)
}

function agree(pattern: string[], path: string[]): boolean {
  return pattern.every((segment, at) => segment.startsWith('[') || segment === path[at])
}

function looseness(segment: string): string {
  if (segment.startsWith('[[...')) return '3'
  if (segment.startsWith('[...')) return '2'
  return segment.startsWith('[') ? '1' : '0'
}

function split(url: string): [string, string] {
  const at = url.indexOf('?')
  return at < 0 ? [url, ''] : [url.slice(0, at), url.slice(at + 1)]
}
