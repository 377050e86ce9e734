import type { EndpointName } from '@/features/access/table'
import type { Sent } from './api-sent'
import type { World } from './api-world'

/** What is sent to the endpoints with which a committee gives out reviews, decides, tells and makes the schedule. */
export const DECIDING = {
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
  'GET /events/{event}/export/sessionize': () => ({ as: 'chair' }),
  'GET /events/{event}/export/pretalx': () => ({ as: 'chair' }),
  'GET /events/{event}/export/{file}': () => ({ as: 'chair', params: { file: 'speakers.csv' } }),
  'GET /events/{event}/export/reviews.csv': () => ({ as: 'chair' }),
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
  'GET /events/{event}/mail/gaps': () => ({ as: 'chair' }),
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
} satisfies Partial<Record<EndpointName, (world: World) => Sent>>
