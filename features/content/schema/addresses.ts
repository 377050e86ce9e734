import { type Kind, pathOf } from './kinds'

/** Lists and overviews, which exist in both languages and are worth finding. */
export const OVERVIEWS = [
  ...['/', '/blog', '/case-studies', '/case-studies/figures', '/projects', '/projects/timeline', '/ambassadors'],
  ...['/events', '/changes'],
]
/** Pages that exist without a text of content/, in every language. */
const PAGES = [...OVERVIEWS, '/ambassadors/apply', '/search', '/subscribe', '/sign-in', '/me']
const FILES = [
  '/feed.xml',
  '/atom.xml',
  '/feed.json',
  '/case-studies/figures.csv',
  '/changes/feed.xml',
  '/changes/atom.xml',
  '/changes/feed.json',
  '/projects.json',
  '/projects.csv',
  '/projects/timeline.csv',
  '/projects/time-in-level.csv',
  '/events/cfp.ics',
  '/events/cfp.json',
]
/** Addresses that a plain page cannot have, because something else answers there. */
const TAKEN = ['blog', 'case-studies', 'projects', 'ambassadors', 'people', 'organizations', 'events', 'search']
  .concat(['changes', 'sign-in', 'sign-out', 'me', 'admin', 'api', 'dev', 'en', 'zh', 'metrics', 'healthz', 'readyz'])
  .concat(['fonts', 'brand', 'islands', '404-page', 'subscribe', 'unsubscribe', 'preview', 'quotes'])
export const TAKEN_OF: Partial<Record<Kind, string[]>> = {
  page: TAKEN,
  'case-study': ['figures'],
  project: ['timeline'],
}

export interface Known {
  documents: ReadonlySet<string>
  people: ReadonlySet<string>
  events: ReadonlySet<string>
  /** Projects that need no text of content/. */
  projects: ReadonlySet<string>
  /** Whether a public file has this address. */
  isFile(address: string): boolean
}

/** How the index and a link name the same text. */
export function keyOf(kind: Kind, locale: string, slug: string): string {
  return `${locale}:${pathOf(kind, slug)}`
}

/** Whether something answers at this address. An event that is not there yet is no mistake of the text. */
export function judge(address: string, known: Known): 'fine' | 'missing' | 'no-such-event' {
  if (!address.startsWith('/')) return 'fine'
  const whole = address.split(/[?#]/)[0] ?? ''
  const locale = /^\/zh(\/|$)/.test(whole) ? 'zh' : 'en'
  const page = (locale === 'zh' ? whole.slice(3) : whole).replace(/(?<=.)\/$/, '') || '/'
  if (PAGES.includes(page) || FILES.includes(page)) return 'fine'
  const [, folder = '', slug = '', ...rest] = page.split('/')
  if (folder === 'events') return known.events.has(slug) ? 'fine' : 'no-such-event'
  if (folder === 'projects' && known.projects.has(slug)) return 'fine'
  if (folder === 'people') return known.people.has(slug) ? 'fine' : 'missing'
  if (folder === 'blog' && ['tags', 'authors', 'archive'].includes(slug) && rest.length === 1) return 'fine'
  // Projects and organisations have one text, and a page in every language.
  const isShared = folder === 'projects' || folder === 'organizations'
  if (known.documents.has(`${isShared ? 'en' : locale}:${page}`)) return 'fine'
  return known.isFile(whole) ? 'fine' : 'missing'
}
