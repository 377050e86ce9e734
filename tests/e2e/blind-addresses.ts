import { refuse } from '@/features/access/rules'
import type { Person } from '@/features/access/schema'
import { ENDPOINTS, PAGES, type PagePath } from '@/features/access/table'
import { EXPORTS } from '@/features/proposals/formats/exports'
import { SORTS } from '@/features/proposals/queries/committee'
import { DECISIONS, STATES } from '@/features/proposals/schema'
import type { Asked } from './twins'

/** What may be asked for by name; people of both databases are, since a guess is free. */
export interface BlindFacts {
  person: Person
  event: { id: string; slug: string; past: string }
  codes: { open: string[]; hidden: string[]; past: string }
  people: string[]
  photos: string[]
  answerFiles: string[]
  sessionFiles: string[]
  words: string[]
}

const OF_MACHINES = /^\/(?:metrics|readyz|healthz|api\/auth)/

/** Every row of the access table that lets this reviewer in, filled with all that its address can name. */
export function pagesFor({ person, event, codes, people, photos, answerFiles, sessionFiles }: BlindFacts): string[] {
  const values: Record<string, string[]> = {
    locale: [''],
    event: [event.slug, event.past],
    code: [...codes.open, ...codes.hidden, codes.past, 'ZZZZZZ'],
    slug: [...people, 'harbor', 'demystifying-rbac-in-kubernetes'],
    name: photos,
    tag: ['security'],
    year: ['2018'],
    page: ['about'],
    part: ['people.xml', 'events.xml'],
    file: [...Object.keys(EXPORTS), 'reviews.csv', 'over-time.csv'],
  }
  const filled = (path: string): string[] => {
    const name = /\[(?:\.\.\.)?(\w+)\]/.exec(path)?.[1]
    if (!name) return [path || '/']
    const all = path.startsWith('/files/answers')
      ? answerFiles
      : path.startsWith('/files/sessions')
        ? sessionFiles
        : null
    return (all ?? values[name] ?? ['nobody']).flatMap((value) => filled(path.replace(/\[[^\]]+\]/, value)))
  }
  const open = (Object.keys(PAGES) as PagePath[]).filter(
    (path) => !OF_MACHINES.test(path) && refuse(PAGES[path], person, event.id, false) === null,
  )
  return [...new Set(open.flatMap((path) => filled(path.replace('/[locale]', ''))))]
}

/** What lists and the search can be asked: every order, every filter, every name of either database. */
export function questionsFor({ event, codes, words }: BlindFacts): string[] {
  const list = `/admin/events/${event.slug}/proposals`
  return [
    ...SORTS.map((sort) => `${list}?sort=${sort}`),
    ...STATES.map((state) => `${list}?state=${state}`),
    `${list}?after=broken`,
    `${list}?sort=name`,
    `${list}?track=nothing&format=keynote`,
    ...[...words, ...codes.hidden, codes.open[0] ?? ''].flatMap((word) => [
      `${list}?q=${encodeURIComponent(word)}`,
      `/admin/find?q=${encodeURIComponent(word)}`,
      `/search?q=${encodeURIComponent(word)}`,
    ]),
  ]
}

/** Every endpoint: reads with all that they can be asked, writes with what is wrong, and one review that is right. */
export function callsFor({ event, codes, words }: BlindFacts, token: string): Asked[] {
  const authorization = `Bearer ${token}`
  const json = { authorization, 'content-type': 'application/json' }
  const calls = Object.keys(ENDPOINTS).flatMap((name): Asked[] => {
    const [method = 'GET', route = ''] = name.split(' ')
    const paths = (route.includes('{code}') ? [...codes.open.slice(0, 3), ...codes.hidden, 'ZZZZZZ'] : ['']).map(
      (code) => `/api/v1${route.replace('{event}', event.slug).replace('{code}', code)}`,
    )
    if (method === 'GET') return paths.map((path) => ({ path, headers: { authorization } }))
    const sent = ['{"nonsense":7}', 'not JSON', '{"items":[{"code":7}],"codes":[7],"scores":{"content":99},"title":7}']
    return paths.flatMap((path) =>
      sent.map((body) => ({ method, path, body, headers: { ...json, 'if-match': '"1"' } })),
    )
  })
  const list = `/api/v1/events/${event.slug}/proposals`
  const asked = [
    ...['newest', 'oldest', 'title', '-title', 'name'].map((sort) => `${list}?sort=${sort}&limit=7`),
    ...STATES.map((state) => `${list}?state=${state}`),
    ...DECISIONS.map((decision) => `${list}?decision=${decision}`),
    `${list}?mine=true`,
    `${list}?cursor=broken`,
    ...words.flatMap((word) => ['people', 'search'].map((place) => `/api/v1/${place}?q=${encodeURIComponent(word)}`)),
    ...words.map((word) => `${list}?q=${encodeURIComponent(word)}`),
  ]
  const review = JSON.stringify({ scores: { content: 4 }, submit: true, forCommittee: 'Read it twice' })
  const right = codes.open.slice(0, 2).flatMap((code): Asked[] => {
    const path = `${list}/${code}/reviews/mine`
    return [
      { method: 'PUT', path, body: review, headers: { ...json, 'if-match': '*' } },
      { path, headers: { authorization } },
    ]
  })
  return [...calls, ...asked.map((path) => ({ path, headers: { authorization } })), ...right]
}
