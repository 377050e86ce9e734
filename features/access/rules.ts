import type { Actor, Binding, Resource, Role, Verb } from './schema'
import type { Need, Permission } from './table'

type Grants = Partial<Record<Resource, readonly Verb[]>>

const READ = ['get', 'list'] as const
const WRITE = ['get', 'list', 'create', 'update'] as const

const reviewer: Grants = { desk: READ, proposals: READ, 'reviews/own': WRITE }
const scheduler: Grants = {
  desk: READ,
  proposals: READ,
  'proposals/identity': READ,
  decisions: ['get'],
  availability: READ,
  schedule: [...WRITE, 'release'],
}

/** Roles are verbs on resources, as in Kubernetes RBAC. An administrator may do everything that is not a conflict. */
const GRANTS: Record<Exclude<Role, 'admin'>, Grants> = {
  reader: { profile: WRITE, 'posts/own': WRITE },
  speaker: { 'proposals/own': WRITE },
  reviewer,
  scheduler,
  chair: {
    ...reviewer,
    ...scheduler,
    events: WRITE,
    proposals: WRITE,
    needs: READ,
    reviews: READ,
    assignments: WRITE,
    decisions: ['get', 'list', 'decide', 'announce'],
    mail: [...READ, 'send'],
    team: WRITE,
    settings: WRITE,
    statistics: READ,
  },
  editor: { desk: READ, content: [...WRITE, 'sync'], posts: [...WRITE, 'decide', 'release'], events: WRITE },
  'ambassador-manager': { desk: READ, ambassadors: [...WRITE, 'decide'], people: WRITE },
}

/** What every signed-in person holds without a binding. A service holds only what it is bound to. */
const IMPLIED: Binding[] = [
  { role: 'reader', eventId: null },
  { role: 'speaker', eventId: null },
]

/** Where a question is asked: in one event, or of the foundation as a whole. */
export type Place = { eventId: string } | 'everywhere'

/** Where an actor may do something. Branded: only `scopeOf` makes one, so a list cannot be read without asking. */
export type Scope = ({ everywhere: true } | { everywhere: false; eventIds: string[] }) & { readonly __scope: true }

/** May this actor do this here? A binding for everywhere counts in each event, never the other way round. */
export function can(actor: Actor, verb: Verb, resource: Resource, place: Place = 'everywhere'): boolean {
  return bindingsOf(actor).some(
    ({ role, eventId }) =>
      grants(role, verb, resource) && (eventId === null || (place !== 'everywhere' && place.eventId === eventId)),
  )
}

/** All the places in which this actor may do this: the `where` of a list across events. */
export function scopeOf(actor: Actor, verb: Verb, resource: Resource): Scope {
  const places = bindingsOf(actor)
    .filter(({ role }) => grants(role, verb, resource))
    .map(({ eventId }) => eventId)
  const eventIds = [...new Set(places.filter((id) => id !== null))]
  const scope = places.includes(null) ? { everywhere: true as const } : { everywhere: false as const, eventIds }
  return { ...scope, __scope: true }
}

/** Whether a scope lets anything through at all. */
export function isEmptyScope(scope: Scope): boolean {
  return !scope.everywhere && scope.eventIds.length === 0
}

function bindingsOf(actor: Actor): Binding[] {
  if (actor.kind === 'visitor') return []
  return actor.kind === 'person' ? [...IMPLIED, ...actor.bindings] : actor.bindings
}

function grants(role: Role, verb: Verb, resource: Resource): boolean {
  return role === 'admin' || (GRANTS[role][resource]?.includes(verb) ?? false)
}

export type Refusal = 'unauthenticated' | 'forbidden' | 'not-found'

/** Whether a row of the access table lets this actor in; `eventId` null where the address names no event. */
export function refuse(need: Need, actor: Actor, eventId: string | null, isDemo: boolean): Refusal | null {
  if (need === 'open') return null
  if (need === 'demo') return isDemo ? null : 'not-found'
  if (actor.kind === 'visitor') return 'unauthenticated'
  const isAllowed = permissionsOf(need).some(({ verb, resource, inEvent, somewhere }) =>
    somewhere
      ? !isEmptyScope(scopeOf(actor, verb, resource))
      : can(actor, verb, resource, inEvent && eventId !== null ? { eventId } : 'everywhere'),
  )
  return isAllowed ? null : 'forbidden'
}

function permissionsOf(need: Permission | readonly Permission[]): readonly Permission[] {
  return 'verb' in need ? [need] : need
}
