import type { Resource, Verb } from './schema'

/** What a route asks of whoever calls it. `inEvent`: in the event that its address (or first argument) names. */
export interface Permission {
  verb: Verb
  resource: Resource
  inEvent: boolean
  /** Enough to hold it in any one event: the page then shows those events alone. */
  somewhere?: true
}
/** Open to all; in demo mode alone; one permission; or any of several. */
export type Need = 'open' | 'demo' | Permission | readonly Permission[]

const needs = (verb: Verb, resource: Resource): Permission => ({ verb, resource, inEvent: false })
const somewhere = (verb: Verb, resource: Resource): Permission => ({ verb, resource, inEvent: false, somewhere: true })
const inEvent = (verb: Verb, resource: Resource): Permission => ({ verb, resource, inEvent: true })

/** The committee in this event, or a speaker for what is their own: the command tells which. */
const committeeOrOwn = (verb: Verb) => [inEvent(verb, 'proposals'), needs(verb, 'proposals/own')] as const

/**
 * The one table of who may call what. Every page, action and API endpoint has its row here; pages, actions and the API
 * take their gate from it by name, and a test fails for what has no row and for a row without its route.
 */
export const PAGES = {
  '/[locale]': 'open',
  '/[locale]/[page]': 'open',
  '/[locale]/404-page': 'open',
  '/robots.txt': 'open',
  '/sitemap.xml': 'open',
  '/sitemaps/[part]': 'open',
  '/llms.txt': 'open',
  '/.well-known/security.txt': 'open',
  '/[locale]/feed.xml': 'open',
  '/[locale]/atom.xml': 'open',
  '/[locale]/feed.json': 'open',
  '/[locale]/blog': 'open',
  '/[locale]/blog/[slug]': 'open',
  '/[locale]/blog/[slug]/side-by-side': 'open',
  '/[locale]/blog/[slug]/markdown': 'open',
  '/[locale]/blog/tags/[tag]': 'open',
  '/[locale]/blog/tags/[tag]/[feed]': 'open',
  '/[locale]/blog/authors/[slug]': 'open',
  '/[locale]/blog/archive/[year]': 'open',
  '/[locale]/blog/authors/[slug]/[feed]': 'open',
  '/[locale]/case-studies': 'open',
  '/[locale]/case-studies/figures': 'open',
  '/[locale]/case-studies/figures.csv': 'open',
  '/[locale]/case-studies/[slug]': 'open',
  '/[locale]/case-studies/[slug]/side-by-side': 'open',
  '/[locale]/changes': 'open',
  '/[locale]/changes/feed.xml': 'open',
  '/[locale]/changes/atom.xml': 'open',
  '/[locale]/changes/feed.json': 'open',
  '/[locale]/projects': 'open',
  '/[locale]/projects/[slug]': 'open',
  '/[locale]/projects/[slug]/[feed]': 'open',
  '/[locale]/people/[slug]': 'open',
  '/[locale]/organizations/[slug]': 'open',
  '/[locale]/events': 'open',
  '/[locale]/events/[event]': 'open',
  '/[locale]/events/[event]/cfp': 'open',
  '/[locale]/events/[event]/schedule': 'open',
  '/[locale]/events/[event]/schedule.xml': 'open',
  '/[locale]/events/[event]/schedule.json': 'open',
  '/[locale]/events/[event]/schedule.ics': 'open',
  '/[locale]/events/[event]/schedule.csv': 'open',
  '/[locale]/events/[event]/sessionize/view/[view]': 'open',
  '/[locale]/events/[event]/sessions/[code]': 'open',
  '/[locale]/events/[event]/sessions/[code]/session.ics': 'open',
  '/[locale]/events/[event]/speakers': 'open',
  '/events/[event]/submit': 'open',
  '/sign-in': 'open',
  '/sign-in/confirm': 'open',
  '/sign-in/sent': 'open',
  '/sign-in/link': needs('update', 'profile'),
  '/sign-out': 'open',
  '/subscribe': 'open',
  '/subscribe/sent': 'open',
  '/subscribe/confirm': 'open',
  '/unsubscribe/[token]': 'open',
  '/me': needs('get', 'profile'),
  '/me/profile': needs('update', 'profile'),
  '/me/proposals/[code]': needs('get', 'proposals/own'),
  '/admin': somewhere('get', 'desk'),
  '/admin/access': needs('list', 'access'),
  '/admin/events/[event]': inEvent('get', 'desk'),
  '/admin/events/[event]/proposals': inEvent('list', 'proposals'),
  '/admin/events/[event]/proposals/[code]': inEvent('get', 'proposals'),
  '/admin/events/[event]/review': inEvent('list', 'reviews/own'),
  '/admin/events/[event]/review/[code]': inEvent('update', 'reviews/own'),
  '/admin/events/[event]/decisions': inEvent('list', 'decisions'),
  '/admin/events/[event]/schedule': inEvent('get', 'schedule'),
  '/admin/events/[event]/mail': inEvent('list', 'mail'),
  '/admin/events/[event]/team': inEvent('list', 'team'),
  '/api/auth/[...nextauth]': 'open',
  '/api/session': 'open',
  '/api/v1/[...path]': 'open',
  '/api/docs': 'open',
  '/api/unsubscribe/[token]': 'open',
  '/healthz': 'open',
  '/readyz': 'open',
  '/metrics': 'open',
  '/dev/mailbox': 'demo',
  '/dev/sign-in': 'demo',
  '/dev/design': 'demo',
  '/dev/design/article': 'demo',
  '/dev/design/desk': 'demo',
  '/dev/design/form': 'demo',
} as const satisfies Record<string, Need>

export const ACTIONS = {
  saveDraft: needs('create', 'proposals/own'),
  submitProposal: needs('create', 'proposals/own'),
  updateProposal: needs('update', 'proposals/own'),
  withdrawProposal: needs('update', 'proposals/own'),
  answerProposal: needs('update', 'proposals/own'),
  keepPendingDraft: 'open',
  saveProfile: needs('update', 'profile'),
  addAccount: needs('update', 'profile'),
  removeAccount: needs('update', 'profile'),
  saveReview: inEvent('update', 'reviews/own'),
  decideProposals: inEvent('decide', 'decisions'),
  announceDecisions: inEvent('announce', 'decisions'),
  placeSlot: inEvent('update', 'schedule'),
  moveSlot: inEvent('update', 'schedule'),
  removeSlot: inEvent('update', 'schedule'),
  releaseSchedule: inEvent('release', 'schedule'),
  addToTeam: inEvent('update', 'team'),
  removeFromTeam: inEvent('update', 'team'),
  sendMail: inEvent('send', 'mail'),
  bindRole: needs('update', 'access'),
  unbindRole: needs('update', 'access'),
  requestLink: 'open',
  confirmLink: 'open',
  startProvider: 'open',
  signOut: 'open',
  subscribe: 'open',
  confirmSubscription: 'open',
  signInAsRole: 'demo',
} as const satisfies Record<string, Need>

export const ENDPOINTS = {
  'GET /openapi.json': 'open',
  'GET /events': 'open',
  'GET /events/{event}': 'open',
  'GET /projects': 'open',
  'GET /articles': 'open',
  'GET /people': 'open',
  'GET /events/{event}/proposals': committeeOrOwn('list'),
  'POST /events/{event}/proposals': committeeOrOwn('create'),
  'GET /events/{event}/proposals/{code}': committeeOrOwn('get'),
  'PATCH /events/{event}/proposals/{code}': committeeOrOwn('update'),
  'POST /events/{event}/proposals/{code}/submit': committeeOrOwn('update'),
  'POST /events/{event}/proposals/{code}/withdraw': committeeOrOwn('update'),
  'POST /events/{event}/proposals/{code}/confirm': committeeOrOwn('update'),
  'POST /events/{event}/proposals/{code}/decline': committeeOrOwn('update'),
  'POST /events/{event}/proposals/{code}/cancel': committeeOrOwn('update'),
  'GET /events/{event}/proposals/{code}/reviews/mine': inEvent('get', 'reviews/own'),
  'PUT /events/{event}/proposals/{code}/reviews/mine': inEvent('update', 'reviews/own'),
  'GET /events/{event}/proposals/{code}/reviews': inEvent('list', 'reviews'),
  'GET /events/{event}/ranking': inEvent('list', 'decisions'),
  'POST /events/{event}/decisions': inEvent('decide', 'decisions'),
  'POST /events/{event}/decisions/announce': inEvent('announce', 'decisions'),
  'GET /events/{event}/schedule/draft': inEvent('get', 'schedule'),
  'PUT /events/{event}/schedule/draft': inEvent('update', 'schedule'),
  'POST /events/{event}/schedule/release': inEvent('release', 'schedule'),
  'GET /events/{event}/schedule/releases': 'open',
} as const satisfies Record<string, Need>

export type PagePath = keyof typeof PAGES
export type ActionName = keyof typeof ACTIONS
export type EndpointName = keyof typeof ENDPOINTS
