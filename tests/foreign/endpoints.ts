import type { EndpointName } from '@/features/access/table'
import type { Ids } from './world'

export interface EndpointCall {
  code?: (ids: Ids) => string
  query?: (ids: Ids) => string
  body?: (ids: Ids) => unknown
  version?: number
  /** Waits for what a job works out, which nobody runs here: not asked of one's own event. */
  waits?: true
}

const text = (ids: Ids) => ({
  title: 'A talk',
  abstract: 'Of things',
  format: ids.format,
  track: ids.track,
  level: ids.level,
  tags: [ids.tag],
})
const own = (ids: Ids) => ids.own
const sent = (ids: Ids) => ids.sent

/** How every endpoint of the table is called. One that is missing here does not compile. */
export const ENDPOINT_CALLS: Record<EndpointName, EndpointCall> = {
  'GET /openapi.json': {},
  'GET /events': {},
  'GET /events/{event}': {},
  'GET /projects': {},
  'GET /articles': {},
  'GET /people': { query: (ids) => `?q=${ids.personSlug}` },
  'GET /search': { query: (ids) => `?q=${ids.sent}` },
  'GET /ambassadors': {},
  'GET /events/{event}/proposals': { query: (ids) => `?track=${ids.track}` },
  'POST /events/{event}/proposals': { body: (ids) => ({ ...text(ids), call: ids.kind, speakers: [] }) },
  'GET /events/{event}/proposals/{code}': { code: sent },
  'PATCH /events/{event}/proposals/{code}': { code: own, body: text, version: 2 },
  'POST /events/{event}/proposals/{code}/submit': { code: (ids) => ids.draft },
  'POST /events/{event}/proposals/{code}/withdraw': { code: own },
  'POST /events/{event}/proposals/{code}/confirm': { code: (ids) => ids.ownTold },
  'POST /events/{event}/proposals/{code}/decline': { code: (ids) => ids.ownTold },
  'POST /events/{event}/proposals/{code}/cancel': { code: (ids) => ids.confirmed },
  'GET /events/{event}/proposals/{code}/reviews/mine': { code: sent },
  'PUT /events/{event}/proposals/{code}/reviews/mine': {
    code: sent,
    version: 0,
    body: (ids) => ({ scores: { [ids.criterion]: 3, content: 3 }, forCommittee: 'Fine' }),
  },
  'GET /events/{event}/proposals/{code}/reviews': { code: sent },
  'GET /events/{event}/assignments': {},
  'POST /events/{event}/assignments/plan': { waits: true, body: () => ({ reviewsPerProposal: 1 }) },
  'POST /events/{event}/assignments': { waits: true, body: (ids) => ({ plan: ids.planId }) },
  'GET /events/{event}/ranking': {},
  'POST /events/{event}/decisions': { body: (ids) => ({ items: [{ code: ids.sent, decision: 'accepted' }] }) },
  'POST /events/{event}/decisions/announce': { body: (ids) => ({ codes: [ids.untold] }) },
  'GET /events/{event}/schedule/draft': {},
  'PUT /events/{event}/schedule/draft': {
    version: 1,
    body: (ids) => ({
      rooms: [{ slug: 'hall', name: 'Room', capacity: null }],
      placements: [
        { id: ids.slotId, code: ids.placed, room: 'hall', start: '2031-05-06T11:00:00Z', minutes: 30 },
        { code: ids.confirmed, room: 'hall', start: '2031-05-06T12:00:00Z', minutes: 30 },
      ],
    }),
  },
  'POST /events/{event}/schedule/release': { body: () => ({ name: 'First', version: 1 }) },
  'GET /events/{event}/schedule/releases': {},
}
