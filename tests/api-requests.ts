import { addDays } from 'date-fns'
import type { EndpointName } from '@/features/access/table'
import { call } from './api'
import type { World } from './api-world'

export interface Sent {
  as: keyof World['tokens'] | 'nobody'
  /** What stands in the address beside the event. */
  params?: Record<string, string>
  query?: string
  body?: unknown
  /** Where the version is read; without it, at the address itself. */
  version?: (world: World) => Promise<string>
}

const later = (days: number) => addDays(new Date(), days).toISOString()
const pdf = () => new File(['%PDF-1.7\n1 0 obj\n'], 'slides.pdf')
const form = (fields: Record<string, string | File>) => {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.append(name, value)
  return data
}

/** The version of an item in a list, which has no address of its own. */
const versionIn =
  (list: (world: World) => string, as: keyof World['tokens'], id: (world: World) => string) => async (world: World) => {
    const { body } = await call(`GET ${list(world)}`, { token: world.tokens[as] })
    return `"${body.items.find((item: { id: string }) => item.id === id(world))?.version}"`
  }

const question = { label: 'How many?', kind: 'number', min: 1, max: 9 }

/** What is sent to each endpoint to do what it is for, in the world of `aWorld`. An endpoint without a row has no test. */
export const REQUESTS: Record<EndpointName, (world: World) => Sent> = {
  'GET /openapi.json': () => ({ as: 'nobody' }),
  'GET /events': () => ({ as: 'nobody' }),
  'GET /events/{event}': () => ({ as: 'nobody' }),
  'GET /projects': () => ({ as: 'nobody' }),
  'GET /articles': () => ({ as: 'nobody' }),
  'GET /people': () => ({ as: 'nobody' }),
  'GET /search': () => ({ as: 'nobody', query: '?q=talk' }),
  'GET /ambassadors': () => ({ as: 'nobody' }),
  'GET /library': () => ({ as: 'speaker' }),
  'POST /invitations/answer': ({ invitation }) => ({ as: 'nobody', body: { token: invitation, answer: 'declined' } }),

  'GET /events/{event}/calls': () => ({ as: 'nobody' }),
  'GET /events/{event}/calls/{kind}': () => ({ as: 'chair', params: { kind: 'talks' } }),
  'POST /events/{event}/calls': () => ({
    as: 'chair',
    body: { kind: 'posters', opensAt: later(1), closesAt: later(9) },
  }),
  'PUT /events/{event}/calls/{kind}': () => ({
    as: 'chair',
    params: { kind: 'talks' },
    body: { graceMinutes: 30, formats: [{ slug: 'talk', closesAt: later(12) }] },
  }),
  'DELETE /events/{event}/calls/{kind}': () => ({ as: 'chair', params: { kind: 'workshops' } }),
  'GET /events/{event}/calls/{kind}/codes': () => ({ as: 'chair', params: { kind: 'talks' } }),
  'POST /events/{event}/calls/{kind}/codes': () => ({ as: 'chair', params: { kind: 'talks' }, body: { mostUses: 1 } }),
  'POST /events/{event}/codes/{id}/end': ({ codeId }) => ({ as: 'chair', params: { id: codeId } }),
  'GET /events/{event}/questions': () => ({ as: 'nobody' }),
  'GET /events/{event}/questions/{key}': () => ({ as: 'nobody', params: { key: 'company' } }),
  'POST /events/{event}/questions': () => ({ as: 'chair', body: question }),
  'PUT /events/{event}/questions/{key}': () => ({ as: 'chair', params: { key: 'company' }, body: question }),
  'DELETE /events/{event}/questions/{key}': () => ({ as: 'chair', params: { key: 'company' } }),
  'POST /events/{event}/questions/{key}/move': () => ({
    as: 'chair',
    params: { key: 'company' },
    body: { to: 'down' },
  }),
  'POST /events/{event}/questions/copy': ({ earlier }) => ({ as: 'chair', body: { from: earlier } }),
  'POST /events/{event}/answer-files': () => ({ as: 'other', body: form({ question: 'handout', file: pdf() }) }),
  'GET /events/{event}/answer-files/{id}': ({ answerFileId: id }) => ({ as: 'speaker', params: { id } }),

  'GET /events/{event}/proposals': () => ({ as: 'chair' }),
  'POST /events/{event}/proposals': () => ({ as: 'other', body: { title: 'One more' } }),
  'POST /events/{event}/proposals/again': ({ sent }) => ({ as: 'speaker', body: { code: sent } }),
  'GET /events/{event}/proposals/{code}': ({ sent: code }) => ({ as: 'reviewer', params: { code } }),
  'PATCH /events/{event}/proposals/{code}': ({ sent: code }) => ({
    as: 'speaker',
    params: { code },
    body: { title: 'Another' },
  }),
  'POST /events/{event}/proposals/{code}/submit': ({ unsent: code }) => ({ as: 'speaker', params: { code } }),
  'POST /events/{event}/proposals/{code}/withdraw': ({ sent: code }) => ({ as: 'speaker', params: { code } }),
  'POST /events/{event}/proposals/{code}/confirm': ({ accepted: code }) => ({ as: 'other', params: { code } }),
  'POST /events/{event}/proposals/{code}/decline': ({ accepted: code }) => ({ as: 'other', params: { code } }),
  'POST /events/{event}/proposals/{code}/cancel': ({ confirmed: code }) => ({ as: 'chair', params: { code } }),
  'POST /events/{event}/proposals/{code}/recommend': ({ sent: code }) => ({
    as: 'reviewer',
    params: { code },
    body: { decision: 'accepted' },
  }),
  'POST /events/{event}/proposals/{code}/promote': ({ waiting: code }) => ({ as: 'chair', params: { code } }),
  'POST /events/{event}/proposals/{code}/lapse': ({ silent: code }) => ({ as: 'chair', params: { code } }),
  'GET /events/{event}/proposals/{code}/moves': ({ decision: code }) => ({ as: 'chair', params: { code } }),
  'GET /events/{event}/proposals/{code}/versions': ({ sent: code }) => ({ as: 'speaker', params: { code } }),
  'GET /events/{event}/proposals/{code}/versions/{version}': ({ sent: code }) => ({
    as: 'chair',
    params: { code, version: '1' },
  }),
  'POST /events/{event}/proposals/{code}/versions/{version}/restore': ({ sent: code }) => ({
    as: 'speaker',
    params: { code, version: '1' },
  }),
  'GET /events/{event}/proposals/{code}/warnings': ({ sent: code }) => ({ as: 'chair', params: { code } }),
  'GET /events/{event}/proposals/{code}/similar': ({ sent: code }) => ({ as: 'chair', params: { code } }),
  'GET /events/{event}/proposals/{code}/invitations': ({ sent: code }) => ({ as: 'speaker', params: { code } }),
  'POST /events/{event}/proposals/{code}/invitations': ({ sent: code }) => ({
    as: 'speaker',
    params: { code },
    body: { name: 'Third', email: 'third@example.org' },
  }),
  'POST /events/{event}/proposals/{code}/invitations/withdraw': ({ sent: code, coEmail: email }) => ({
    as: 'speaker',
    params: { code },
    body: { email },
  }),
  'POST /events/{event}/proposals/{code}/invitations/answer': ({ sent: code }) => ({
    as: 'co',
    params: { code },
    body: { answer: 'accepted' },
  }),
  'POST /events/{event}/proposals/{code}/handover': ({ sent: code }) => ({
    as: 'speaker',
    params: { code },
    body: { name: 'Heir', email: 'heir@example.org' },
  }),
  'DELETE /events/{event}/proposals/{code}/handover': ({ unsent: code }) => ({ as: 'speaker', params: { code } }),
  'GET /events/{event}/proposals/{code}/files': ({ sent: code }) => ({ as: 'chair', params: { code } }),
  'POST /events/{event}/proposals/{code}/files': ({ sent: code }) => ({
    as: 'speaker',
    params: { code },
    body: form({ title: 'Slides', file: pdf() }),
  }),
  'GET /events/{event}/proposals/{code}/files/{id}': ({ sent: code, fileId: id }) => ({
    as: 'chair',
    params: { code, id },
  }),
  'PATCH /events/{event}/proposals/{code}/files/{id}': ({ sent: code, fileId: id }) => ({
    as: 'speaker',
    params: { code, id },
    body: { isPublic: true },
    version: versionIn(
      ({ slug, sent }) => `/events/${slug}/proposals/${sent}/files`,
      'speaker',
      (world) => world.fileId,
    ),
  }),
  'DELETE /events/{event}/proposals/{code}/files/{id}': ({ sent: code, fileId: id }) => ({
    as: 'speaker',
    params: { code, id },
  }),
  'GET /events/{event}/proposals/{code}/comments': ({ sent: code }) => ({ as: 'reviewer', params: { code } }),
  'POST /events/{event}/proposals/{code}/comments': ({ sent: code }) => ({
    as: 'chair',
    params: { code },
    body: { text: 'Agreed' },
  }),
  'PATCH /events/{event}/proposals/{code}/comments/{id}': ({ sent: code, commentId: id }) => ({
    as: 'reviewer',
    params: { code, id },
    body: { text: 'Better said' },
    version: versionIn(
      ({ slug, sent }) => `/events/${slug}/proposals/${sent}/comments`,
      'reviewer',
      (world) => world.commentId,
    ),
  }),
  'GET /events/{event}/proposals/{code}/evidence': ({ sent: code }) => ({ as: 'chair', params: { code } }),
  'GET /events/{event}/proposals/{code}/reviews/peers': ({ sent: code }) => ({ as: 'reviewer', params: { code } }),
  'GET /events/{event}/proposals/{code}/reviews/mine': ({ sent: code }) => ({ as: 'reviewer', params: { code } }),
  'PUT /events/{event}/proposals/{code}/reviews/mine': ({ sent: code }) => ({
    as: 'reviewer',
    params: { code },
    body: { scores: { content: 5, clarity: 5 }, submit: true },
  }),
  'GET /events/{event}/proposals/{code}/reviews': ({ sent: code }) => ({ as: 'chair', params: { code } }),

  'GET /events/{event}/needs/mine': () => ({ as: 'speaker' }),
  'PUT /events/{event}/needs/mine': () => ({
    as: 'speaker',
    body: {
      unavailable: [{ startsAt: later(90), endsAt: later(91) }],
      travel: 'A visa',
      purgeOn: later(100).slice(0, 10),
    },
  }),
  'DELETE /events/{event}/needs/mine': () => ({ as: 'speaker' }),
  'GET /events/{event}/availability': () => ({ as: 'scheduler' }),
  'GET /events/{event}/rounds': () => ({ as: 'reviewer' }),
  'GET /events/{event}/rounds/{id}': ({ roundId: id }) => ({ as: 'reviewer', params: { id } }),
  'POST /events/{event}/rounds': () => ({
    as: 'chair',
    body: { name: 'Last', opensAt: later(40), closesAt: later(50) },
  }),
  'PUT /events/{event}/rounds/{id}': ({ roundId: id }) => ({
    as: 'chair',
    params: { id },
    body: { name: 'Second', opensAt: later(21), isBlind: false },
  }),
  'DELETE /events/{event}/rounds/{id}': ({ roundId: id }) => ({ as: 'chair', params: { id } }),
  'GET /events/{event}/criteria': () => ({ as: 'reviewer' }),
  'GET /events/{event}/criteria/{slug}': () => ({ as: 'reviewer', params: { slug: 'clarity' } }),
  'POST /events/{event}/criteria': () => ({ as: 'chair', body: { name: 'Wit', weight: 2 } }),
  'PUT /events/{event}/criteria/{slug}': () => ({
    as: 'chair',
    params: { slug: 'clarity' },
    body: { name: 'Clearness', weight: 3 },
  }),
  'DELETE /events/{event}/criteria/{slug}': () => ({ as: 'chair', params: { slug: 'unused' } }),
  'GET /events/{event}/queue': () => ({ as: 'reviewer' }),
  'GET /events/{event}/progress/mine': () => ({ as: 'reviewer' }),
  'GET /events/{event}/progress': () => ({ as: 'chair' }),
  'GET /events/{event}/conflicts': () => ({ as: 'chair' }),
  'POST /events/{event}/conflicts': ({ sent: code }) => ({ as: 'reviewer', body: { code, reason: 'Neighbours' } }),
  'GET /events/{event}/preferences/mine': () => ({ as: 'reviewer' }),
  'PUT /events/{event}/preferences/mine': () => ({
    as: 'reviewer',
    body: { more: { tracks: ['operations'], tags: [] }, load: 5 },
  }),

  'GET /events/{event}/assignments': () => ({ as: 'chair' }),
  'POST /events/{event}/assignments/plan': () => ({ as: 'chair', body: { wait: false, reviewsPerProposal: 1 } }),
  'GET /events/{event}/assignments/plan': () => ({ as: 'chair' }),
  'GET /events/{event}/assignments/plans/{id}': ({ plan: id }) => ({ as: 'chair', params: { id } }),
  'POST /events/{event}/assignments/plans/{id}/cancel': ({ queued: id }) => ({ as: 'chair', params: { id } }),
  'POST /events/{event}/assignments': ({ plan }) => ({ as: 'chair', body: { plan } }),
  'POST /events/{event}/assignments/pairs': ({ sent: code, reviewerSlug: reviewer }) => ({
    as: 'chair',
    body: { code, reviewer },
  }),
  'POST /events/{event}/assignments/pairs/change': ({ sent: code, reviewerSlug: reviewer }) => ({
    as: 'chair',
    body: { pairs: [{ code, reviewer }], change: 'lock' },
  }),
  'GET /events/{event}/reviewers': () => ({ as: 'chair' }),
  'POST /events/{event}/reviewers/loads': ({ reviewerSlug }) => ({
    as: 'chair',
    body: { loads: { [reviewerSlug]: 3 } },
  }),
  'GET /events/{event}/ranking': () => ({ as: 'chair' }),
  'GET /events/{event}/decisions': () => ({ as: 'chair' }),
  'POST /events/{event}/decisions': ({ sent: code }) => ({
    as: 'chair',
    body: { items: [{ code, decision: 'rejected', reason: 'Too short' }] },
  }),
  'POST /events/{event}/decisions/announce': ({ decision }) => ({ as: 'chair', body: { codes: [decision] } }),
  'POST /events/{event}/decisions/undo': ({ decision: code, move }) => ({
    as: 'chair',
    body: { items: [{ code, move }] },
  }),
  'GET /events/{event}/decisions/room': () => ({ as: 'chair' }),
  'GET /events/{event}/decisions/suggestion': () => ({ as: 'chair' }),
  'GET /events/{event}/decisions/slots': () => ({ as: 'chair' }),
  'PUT /events/{event}/decisions/slots': () => ({
    as: 'chair',
    body: { formats: { talk: 7 }, tracks: { operations: 2 } },
  }),
  'GET /events/{event}/decisions/similar': () => ({ as: 'chair' }),
  'GET /events/{event}/answers': () => ({ as: 'chair' }),
  'GET /events/{event}/answers/policy': () => ({ as: 'chair' }),
  'PUT /events/{event}/answers/policy': () => ({ as: 'chair', body: { days: 10, promotion: 'same_format' } }),
  'POST /events/{event}/waitlist': ({ waiting }) => ({ as: 'chair', body: { codes: [waiting] } }),
  'GET /events/{event}/statistics': () => ({ as: 'chair' }),
  'GET /events/{event}/statistics/{name}': () => ({ as: 'chair', params: { name: 'severity' }, query: '?format=csv' }),
  'GET /events/{event}/mail': () => ({ as: 'chair', query: '?state=draft' }),
  'GET /events/{event}/mail/{id}': ({ draftId: id }) => ({ as: 'chair', params: { id } }),
  'PATCH /events/{event}/mail/{id}': ({ draftId: id }) => ({ as: 'chair', params: { id }, body: { subject: 'Soon' } }),
  'POST /events/{event}/mail/send': ({ draftId }) => ({ as: 'chair', body: { ids: [draftId] } }),
  'POST /events/{event}/mail/discard': ({ draftId }) => ({ as: 'chair', body: { ids: [draftId] } }),
  'POST /events/{event}/mail/restore': ({ discardedId }) => ({ as: 'chair', body: { ids: [discardedId] } }),
  'GET /events/{event}/mail/templates': () => ({ as: 'chair' }),
  'GET /events/{event}/mail/templates/{kind}/{locale}': () => ({
    as: 'chair',
    params: { kind: 'received', locale: 'en' },
  }),
  'PUT /events/{event}/mail/templates/{kind}/{locale}': () => ({
    as: 'chair',
    params: { kind: 'received', locale: 'en' },
    body: { subject: 'We have “{title}”', text: 'Dear {name},\n\nthank you.\n\n{link}' },
  }),
  'DELETE /events/{event}/mail/templates/{kind}/{locale}': () => ({
    as: 'chair',
    params: { kind: 'received', locale: 'en' },
  }),
  'GET /events/{event}/schedule/draft': () => ({ as: 'scheduler' }),
  'PUT /events/{event}/schedule/draft': ({ lunch }) => ({
    as: 'scheduler',
    body: { rooms: [{ slug: 'hall', name: 'Hall', capacity: 500 }], placements: [{ ...lunch, title: 'Tea' }] },
  }),
  'POST /events/{event}/schedule/release': () => ({ as: 'scheduler', body: { name: 'First' } }),
  'GET /events/{event}/schedule/releases': () => ({ as: 'nobody' }),
}

/** Where a request goes, in this event. */
export function addressOf(name: EndpointName, { params = {}, query = '' }: Sent, slug: string): string {
  const filled = name.replace(/\{(\w+)\}/g, (_, key: string) => (key === 'event' ? slug : (params[key] ?? key)))
  return filled + query
}

/** What a PUT or PATCH says in If-Match: the version that is there. */
export async function versionFor(name: EndpointName, sent: Sent, world: World): Promise<Record<string, string>> {
  if (!/^(PUT|PATCH)/.test(name)) return {}
  if (sent.version) return { 'if-match': await sent.version(world) }
  const address = addressOf(name, sent, world.slug).replace(/^\w+/, 'GET')
  const token = sent.as === 'nobody' ? undefined : world.tokens[sent.as]
  const read = await call(address, token ? { token } : {})
  return { 'if-match': read.headers.get('etag') ?? '"0"' }
}
